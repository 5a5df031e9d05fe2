"""The lines of an organisation's task lists, with the address of the one button of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from huanglong_portal.common import dates

from .. import next_steps
from ..materials import TRAITS, Material
from ..models import CarryOver, Declaration, Revision, Round, Slot
from ..next_steps import NextStep
from ..workflow import State

_ORDER = list(Material)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One line as the partial ``task_line.html`` draws it."""

    name: str
    step: NextStep
    url: str
    due: date | None


@dataclass(frozen=True, slots=True)
class TaskList:
    """The lines of one round, in the order of the notice."""

    round: Round
    lines: list[TaskLine]

    @property
    def waiting(self) -> int:
        """How many lines wait for the filer."""
        return sum(line.step.yours for line in self.lines)

    @property
    def first_open(self) -> TaskLine | None:
        """The line whose button is the page's one primary button."""
        return next((line for line in self.lines if line.step.yours), None)


def task_lists(slots: Iterable[Slot]) -> list[TaskList]:
    """The task lists that these slots make up, newest round first; four queries however many."""
    slots = sorted(slots, key=lambda slot: _ORDER.index(Material(slot.material)))
    documents = documents_of(slots)
    carried: dict[int, list[CarryOver]] = defaultdict(list)
    for carry_over in CarryOver.objects.filter(slot__in=slots).select_related("revision"):
        carried[carry_over.slot_id].append(carry_over)
    declared = {
        declaration.slot_id: declaration
        for declaration in Declaration.objects.filter(slot__in=slots, replaced_at__isnull=True)
    }
    lists: dict[int, TaskList] = {}
    for slot in slots:
        lines = lists.setdefault(slot.round_id, TaskList(slot.round, [])).lines
        lines.append(_line(slot, documents[slot.pk], carried[slot.pk], declared.get(slot.pk)))
    return sorted(lists.values(), key=lambda one: (-one.round.year, -one.round.pk))


def documents_of(slots: Sequence[Slot]) -> dict[int, list[tuple[Revision, NextStep]]]:
    """The latest version of every document filed into each slot, with its next step."""
    by_slot = {slot.pk: slot for slot in slots}
    found: dict[int, list[tuple[Revision, NextStep]]] = {pk: [] for pk in by_slot}
    versions: dict[tuple[int, int], list[Revision]] = defaultdict(list)
    revisions = (
        Revision.objects.filter(slot__in=by_slot)
        .select_related("filing")
        .defer("blocks", "fields", "warnings", "filing__public_text")
        .annotate(remark_count=Count("remarks", filter=Q(remarks__internal=False)))
        .order_by("filing_id", "-number")
    )
    for revision in revisions:
        versions[revision.slot_id, revision.filing_id].append(revision)
    for (slot_id, _), own in versions.items():
        latest, before = own[0], own[1] if len(own) > 1 else None
        answered = before if before and before.state == State.RETURNED else None
        mends = latest.state == State.DRAFT and answered is not None
        step = next_steps.of_document(
            latest.state,
            office=by_slot[slot_id].office.name,
            remarks=(answered if mends else latest).remark_count,
            mends=mends,
            public=latest.filing.published_revision_id == latest.pk,
        )
        found[slot_id].append((latest, step))
    return found


def _line(
    slot: Slot,
    documents: list[tuple[Revision, NextStep]],
    carried: list[CarryOver],
    declaration: Declaration | None,
) -> TaskLine:
    several = TRAITS[slot.material].several
    step = next_steps.of_slot(
        [step for _, step in documents],
        several=several,
        takes_filings=slot.round.state == Round.State.OPEN,
        carried_over=len(carried),
        declared=declaration.get_kind_display() if declaration else "",
        planned_on=declaration.planned_on if declaration else None,
        today=dates.today(),
    )
    if documents and not several:
        url = reverse("filings:revision", args=[documents[0][0].public_id])
    else:
        url = slot_url(slot)
    return TaskLine(slot.get_material_display(), step, url, _due(slot, step))


def slot_url(slot: Slot) -> str:
    """The page of one line."""
    return reverse(
        "filings:slot", args=[slot.association.public_id, slot.round.slug, slot.material]
    )


def _due(slot: Slot, step: NextStep) -> date | None:
    """The day by which the filer must act; none once the round has closed."""
    if not step.yours:
        return None
    if slot.extended_to:
        return slot.extended_to
    return slot.round.closes_on if slot.round.state == Round.State.OPEN else None
