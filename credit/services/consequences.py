"""What happens to a document and what it means for the credit file of its organisation."""

from django.db import transaction

from associations.models import Association
from filings.materials import Material
from filings.models import CarryOver, Filing, Revision, Slot
from filings.workflow import State
from huanglong_portal.common import calendar, dates

from ..filed_facts import facts_of
from ..models import CreditEntry, EntryEnding
from .entries import write_ending, write_entry
from .scores import rescore_association

_SOURCE = "本平台报送"
_OFTEN = 3
_PUBLISHED = "pledge.published"


@transaction.atomic
def record_approval(*, revision_id: int) -> list[CreditEntry]:
    """An approved document goes on file with what it says, in place of its earlier version.

    A mere correction of the wording (文字勘误) keeps the date of the version it corrects.
    """
    revision = Revision.objects.select_related("filing").get(pk=revision_id)
    filing = revision.filing
    _lock(filing.association_id)
    earlier = list(
        CreditEntry.objects.filter(revision__filing=filing)
        .exclude(revision=revision)
        .exclude(code__in=(_PUBLISHED, "filing.late", "filing.returned_often"))
        .exclude(endings__isnull=False)
    )
    kept_dates = {}
    if revision.change_kind == Revision.ChangeKind.EDITORIAL:
        kept_dates = {entry.code: entry.occurred_on for entry in earlier}
    today = dates.today()
    entries = [
        write_entry(
            association_id=filing.association_id,
            code=fact.code,
            marks=fact.marks,
            occurred_on=kept_dates.get(fact.code, today),
            obtained_on=today,
            valid_until=fact.valid_until,
            description=f"《{revision.title}》第{revision.number}版",
            source=_SOURCE,
            revision_id=revision.pk,
            source_key=f"{fact.code}:{revision.pk}",
            by=None,
        )
        for fact in facts_of(filing.material, revision.fields, today)
    ]
    for entry in earlier:
        write_ending(
            entry=entry,
            kind=EntryEnding.Kind.REPLACED,
            on=today,
            reason=f"已由第{revision.number}版替代",
            by=None,
        )
    rescore_association(association_id=filing.association_id)
    return entries


@transaction.atomic
def record_submission(*, revision_id: int) -> CreditEntry | None:
    """A first submission after the last day is late by so many working days; nothing else is.

    Not late: what is sent again after a return, another document of the same slot, a slot that
    was answered in time by a declaration, and lateness within rest days.
    """
    revision = Revision.objects.select_related("slot__round").get(pk=revision_id)
    slot, submitted_at = revision.slot, revision.submitted_at
    if submitted_at is None or dates.legal_date(submitted_at) <= slot.due_on:
        return None
    if slot.revisions.filter(submitted_at__lt=submitted_at).exists() or _declared_in_time(slot):
        return None
    submitted_on = dates.legal_date(submitted_at)
    note = ""
    try:
        days = dates.working_days_between(slot.due_on, submitted_on, calendar.corrections())
    except dates.CalendarMissing:
        days, note = 1, "缺少当年的节假日安排，迟报天数按 1 个工作日记录。"
    if days < 1:
        return None
    _lock(slot.association_id)
    entry = write_entry(
        association_id=slot.association_id,
        code="filing.late",
        quantity=days,
        occurred_on=submitted_on,
        description=f"{slot.get_material_display()}应于{dates.write_date(slot.due_on)}前报送。{note}",
        source=_SOURCE,
        revision_id=revision.pk,
        source_key=f"filing.late:{slot.pk}",
        by=None,
    )
    rescore_association(association_id=slot.association_id)
    return entry


@transaction.atomic
def record_return(*, revision_id: int) -> CreditEntry | None:
    """A document returned for the third time in one round goes on file once."""
    revision = Revision.objects.select_related("slot", "filing").get(pk=revision_id)
    times = revision.slot.revisions.filter(filing=revision.filing_id, state=State.RETURNED).count()
    if times < _OFTEN:
        return None
    _lock(revision.slot.association_id)
    entry = write_entry(
        association_id=revision.slot.association_id,
        code="filing.returned_often",
        quantity=times,
        occurred_on=dates.today(),
        description=f"《{revision.title}》",
        source=_SOURCE,
        revision_id=revision.pk,
        source_key=f"filing.returned_often:{revision.slot_id}:{revision.filing_id}",
        by=None,
    )
    rescore_association(association_id=revision.slot.association_id)
    return entry


@transaction.atomic
def record_publication(*, filing_id: int, revision_id: int | None) -> CreditEntry | None:
    """A pledge that is open to the public counts for as long as it is (通知 一（四）)."""
    filing = Filing.objects.get(pk=filing_id)
    if filing.material != Material.PLEDGE:
        return None
    _lock(filing.association_id)
    today = dates.today()
    public = CreditEntry.objects.filter(revision__filing=filing, code=_PUBLISHED)
    for entry in public.exclude(endings__isnull=False):
        write_ending(
            entry=entry,
            kind=EntryEnding.Kind.REPLACED if revision_id else EntryEnding.Kind.LAPSED,
            on=today,
            reason="公开的版本已更新" if revision_id else "已停止公开",
            by=None,
        )
    published: CreditEntry | None = None
    if revision_id is not None:
        published = write_entry(
            association_id=filing.association_id,
            code=_PUBLISHED,
            occurred_on=today,
            description=f"《{filing.title}》",
            source=_SOURCE,
            revision_id=revision_id,
            source_key=f"{_PUBLISHED}:{filing.pk}:{filing.publication_version}",
            by=None,
        )
    rescore_association(association_id=filing.association_id)
    return published


@transaction.atomic
def record_carry_over(*, slot_id: int) -> list[CreditEntry]:
    """A convention certified anew as still valid (沿用) has been reviewed (通知 一（一）3)."""
    slot = Slot.objects.get(pk=slot_id)
    if slot.material != Material.CONVENTION:
        return []
    _lock(slot.association_id)
    entries = [
        write_entry(
            association_id=slot.association_id,
            code="convention.reviewed",
            occurred_on=dates.legal_date(carried.certified_at),
            description=f"沿用《{carried.revision.title}》第{carried.revision.number}版",
            source=_SOURCE,
            revision_id=carried.revision_id,
            source_key=f"convention.reviewed:{carried.pk}",
            by=None,
        )
        for carried in CarryOver.objects.filter(slot=slot).select_related("revision")
    ]
    rescore_association(association_id=slot.association_id)
    return entries


def _lock(association_id: int) -> None:
    Association.objects.select_for_update().get(pk=association_id)


def _declared_in_time(slot: Slot) -> bool:
    return any(
        dates.legal_date(declared_at) <= slot.due_on
        for declared_at in slot.declarations.values_list("declared_at", flat=True)
    )
