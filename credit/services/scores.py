"""Computing scores: one organisation after a change, or all of them in a stream."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from associations.models import Association
from associations.services import set_grade
from huanglong_portal.common import dates

from ..models import CreditEntry, EntryEnding, Listing, Score
from ..scoring import (
    CATEGORY,
    CURRENT,
    REGISTERED,
    Ending,
    Entry,
    Fact,
    RuleSet,
    next_change,
    score,
)

BATCH = 500


@dataclass(frozen=True, slots=True)
class Rescored:
    """How many scores were computed and how many of them changed."""

    computed: int
    changed: int


def rescore(
    *,
    on: dt.date | None = None,
    rules: RuleSet = CURRENT,
    everything: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Rescored:
    """Compute the scores of all organisations on the register for the day ``on`` (today).

    Batch by batch, each in a transaction of its own: memory stays flat, and a run that was
    interrupted is simply run again. Scores that cannot have changed, because their facts are the
    same and no window has closed since, are passed over unless ``everything`` is to be computed.
    ``progress`` is told how many of how many are done.
    """
    day = on or dates.today()
    total = Association.objects.admitted().count()
    computed = changed = last_id = 0
    while ids := list(
        Association.objects.admitted()
        .filter(pk__gt=last_id)
        .order_by("pk")
        .values_list("pk", flat=True)[:BATCH]
    ):
        changed += _rescore_batch(ids, day, rules, everything)
        computed += len(ids)
        last_id = ids[-1]
        if progress is not None:
            progress(computed, total)
    return Rescored(computed, changed)


def rescore_association(*, association_id: int) -> None:
    """Compute one organisation's score for today, in the transaction of what changed it."""
    _rescore_batch([association_id], dates.today(), CURRENT, everything=False)


@transaction.atomic
def _rescore_batch(ids: Sequence[int], on: dt.date, rules: RuleSet, everything: bool) -> int:
    """Store what changed against the latest scores; returns how many organisations that is.

    The organisations are locked first, so that a score never rests on facts older than those of
    another writer who was quicker.
    """
    locked = list(
        Association.objects.select_for_update()
        .filter(pk__in=ids)
        .order_by("pk")
        .only("pk", "registered_on", "kind", "is_trade_association")
    )
    facts = facts_of(locked)
    digests = {pk: _digest(known) for pk, known in facts.items()}
    holding = set() if everything else _holding(digests, on, rules)
    latest = {
        row.association_id: row
        for row in Score.objects.current().filter(association__in=set(ids) - holding)
    }
    fresh, confirmed, superseded, grades = [], [], [], {}
    for pk in (association.pk for association in locked if association.pk not in holding):
        known = latest.get(pk)
        row = _computed(pk, facts[pk], on, rules)
        row.facts_digest = digests[pk]
        if known is not None and known.on > on:
            row.is_latest = False
        elif known is not None and _same(known, row):
            known.facts_digest, known.holds_until = row.facts_digest, row.holds_until
            confirmed.append(known)
            continue
        elif known is not None and (known.on, known.rules_version) != (on, rules.version):
            superseded.append(known.pk)
        if row.is_latest:
            grades[pk] = row.band
        fresh.append(row)
    Score.objects.filter(pk__in=superseded).update(is_latest=False)
    Score.objects.bulk_update(confirmed, ["facts_digest", "holds_until"], batch_size=200)
    changed = _store(fresh)
    set_grade(grades=grades)
    return changed


def facts_of(associations: Sequence[Association]) -> dict[int, list[Fact]]:
    """What is known of each organisation: registration, category, entries, endings, listings."""
    facts: dict[int, list[Fact]] = defaultdict(list)
    for association in associations:
        known = facts[association.pk]
        since = association.registered_on or dt.date.min
        if association.registered_on:
            known.append(Entry("registered", REGISTERED, since))
        known.append(Entry("category", CATEGORY, since, marks=frozenset({association.category})))
    entries = CreditEntry.objects.filter(association__in=associations).order_by()
    for association_id, pk, code, occurred_on, valid_until, quantity, marks in entries.values_list(
        "association", "pk", "code", "occurred_on", "valid_until", "quantity", "marks"
    ):
        facts[association_id].append(
            Entry(str(pk), code, occurred_on, valid_until, quantity, frozenset(marks))
        )
    endings = EntryEnding.objects.filter(entry__association__in=associations).order_by()
    for association_id, entry_id, on in endings.values_list("entry__association", "entry", "on"):
        facts[association_id].append(Ending(str(entry_id), on))
    listings = Listing.objects.ever_in_force().filter(association__in=associations).order_by()
    for association_id, pk, list_kind, listed_on, ended_on in listings.values_list(
        "association", "pk", "list_kind", "listed_on", "ended_on"
    ):
        if listed_on is None:
            continue
        key = f"listing:{pk}"
        facts[association_id].append(Entry(key, f"standing.{list_kind}", listed_on))
        if ended_on is not None:
            facts[association_id].append(Ending(key, ended_on))
    return facts


def _computed(association_id: int, facts: Sequence[Fact], on: dt.date, rules: RuleSet) -> Score:
    result = score(facts, rules, on)
    return Score(
        association_id=association_id,
        on=on,
        rules_version=rules.version,
        total=result.total,
        uncapped=result.uncapped,
        applicable=result.applicable,
        band=result.band,
        reason=result.reason,
        lines=[line.to_json() for line in result.lines if line.points or line.keys or line.note],
        holds_until=next_change(facts, rules, on),
        computed_at=dates.now(),
    )


_COMPARED = ("rules_version", "total", "uncapped", "applicable", "band", "reason", "lines")


def _digest(facts: Sequence[Fact]) -> str:
    """A short digest that is equal exactly when the facts are, whatever their order."""
    said = sorted(
        f"{fact.key}|{fact.code}|{fact.occurred_on}|{fact.valid_until}|{fact.quantity}|"
        f"{','.join(sorted(fact.marks))}"
        if isinstance(fact, Entry)
        else f"-{fact.of}|{fact.on}"
        for fact in facts
    )
    return hashlib.blake2b("\n".join(said).encode(), digest_size=16).hexdigest()


def _holding(digests: dict[int, str], on: dt.date, rules: RuleSet) -> set[int]:
    """Organisations whose latest score is that of ``on`` too: same rules, same facts, and no day
    passed on which they could give another."""
    known = Score.objects.current().filter(
        Q(holds_until__isnull=True) | Q(holds_until__gt=on),
        association__in=digests,
        rules_version=rules.version,
        on__lte=on,
    )
    return {
        pk
        for pk, digest in known.values_list("association", "facts_digest")
        if digests[pk] == digest
    }


def _same(known: Score, row: Score) -> bool:
    return all(getattr(known, field) == getattr(row, field) for field in _COMPARED)


def _store(rows: Sequence[Score]) -> int:
    """Write rows, in place of a row of the same day and rules if there is one."""
    stored = {
        (row.association_id, row.on, row.rules_version): row
        for row in Score.objects.filter(
            association__in=[row.association_id for row in rows],
            on__in={row.on for row in rows},
        )
    }
    new, replaced = [], []
    for row in rows:
        known = stored.get((row.association_id, row.on, row.rules_version))
        if known is None:
            new.append(row)
        elif not _same(known, row) or known.is_latest != row.is_latest:
            row.pk = known.pk
            replaced.append(row)
    Score.objects.bulk_update(
        replaced,
        [*_COMPARED, "facts_digest", "holds_until", "is_latest", "computed_at"],
        batch_size=200,
    )
    Score.objects.bulk_create(new, batch_size=200)
    return len(new) + len(replaced)
