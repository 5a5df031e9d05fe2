"""◇ The score: a pure function of facts, a rule set and a date.

Indicators that do not apply are removed and what is earned of the rest is scaled to 100; then
deductions, bonus, floor and ceiling, and last the caps of the legal lists. Each of these steps is
a line, and the lines add up to the total exactly.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from credit.months import add_months

from .assess import Assessment, assess
from .evidence import Evidence
from .facts import Fact
from .result import (
    NO_BAND,
    NOT_FAVOURABLE,
    NOT_LOWERING,
    PROBATION,
    TOO_LITTLE,
    Line,
    ScoreResult,
)
from .rules import Deduction, RuleSet

REGISTERED = "basic.registered"
CATEGORY = "basic.category"


def score(facts: Iterable[Fact], rules: RuleSet, on: dt.date) -> ScoreResult:
    """Compute the score of one organisation on the day ``on``.

    ``facts`` are the entries of its credit file and their endings, with ``basic.registered``
    (day of registration), ``basic.category`` (bearing the category as a mark) and, while listed,
    ``standing.abnormal`` or ``standing.serious`` among them. Facts of later days, unknown codes
    and duplicates weigh nothing; the order of the facts makes no difference.
    """
    evidence = Evidence(facts, on)
    categories = frozenset(mark for entry in evidence.of(CATEGORY) for mark in entry.marks)
    assessed = [assess(indicator, evidence, categories) for indicator in rules.indicators]
    possible = sum(each.indicator.maximum for each in assessed if each.applies)
    chosen = _choose(assessed)
    applicable = sum(each.indicator.maximum for each in chosen if each.applies)

    lines = [line for each in chosen for line in each.lines]
    earned = sum(line.points for line in lines)
    scaled = _scale(earned, applicable, rules.full)
    if scaled != earned:
        lines.append(Line("rescale", scaled - earned))
    for deduction in rules.deductions:
        lines += _deduct(deduction, rules, evidence)
    lines += _add_bonuses(rules, evidence)
    uncapped, clamps = _clamp(sum(line.points for line in lines), rules.full)
    lines += clamps
    total, caps = _cap(uncapped, rules, evidence)
    lines += caps

    reason = ""
    if any(on < add_months(e.occurred_on, rules.probation_months) for e in evidence.of(REGISTERED)):
        reason = PROBATION
    elif possible < rules.least_applicable:
        reason = TOO_LITTLE
    return ScoreResult(
        total=total,
        uncapped=uncapped,
        applicable=applicable,
        band=NO_BAND if reason else rules.band_of(total).letter,
        reason=reason,
        lines=tuple(lines),
    )


def _scale(earned: int, applicable: int, full: int) -> int:
    """``earned ÷ applicable × full``, rounded half up to 0.01."""
    if not applicable:
        return 0
    return (2 * earned * full + applicable) // (2 * applicable)


def _choose(assessed: list[Assessment]) -> list[Assessment]:
    """Decide which optional indicators count, and leave out the others.

    One that speaks for the organisation counts where it raises the share earned; one with an
    adverse fact counts where it lowers it. So a good fact never lowers a score and a bad one
    never raises it. There is exactly one share at which both hold for every indicator: it lies
    between two neighbours when the indicators stand in the order of what they themselves earn.
    """
    fixed = [each for each in assessed if each.applies and not each.indicator.optional]
    optional = [each for each in assessed if each.applies and each.indicator.optional]
    optional.sort(key=lambda each: Fraction(each.earned, each.indicator.maximum))
    for below in range(len(optional) + 1):
        counted = [each for each in optional[:below] if each.adverse]
        counted += [each for each in optional[below:] if not each.adverse]
        share = _share(fixed + counted)
        if (below == 0 or _share([optional[below - 1]]) <= share) and (
            below == len(optional) or share <= _share([optional[below]])
        ):
            break
    ids = {each.indicator.id for each in optional} - {each.indicator.id for each in counted}
    return [
        each.left_out(NOT_LOWERING if each.adverse else NOT_FAVOURABLE)
        if each.indicator.id in ids
        else each
        for each in assessed
    ]


def _share(assessed: list[Assessment]) -> Fraction:
    maximum = sum(each.indicator.maximum for each in assessed)
    return Fraction(sum(each.earned for each in assessed), maximum) if maximum else Fraction(0)


def _deduct(deduction: Deduction, rules: RuleSet, evidence: Evidence) -> list[Line]:
    months = rules.severity_months[deduction.severity]
    lines = []
    for entry in evidence.of(deduction.code, months):
        times = max(0, entry.quantity) // deduction.per if deduction.per else 1
        last_day = evidence.last_day(entry, months)
        line = Line(deduction.code, -deduction.points * times, (entry.key,), last_day)
        lines.append(line)
    taken = -sum(line.points for line in lines)
    if deduction.limit is not None and taken > deduction.limit:
        lines.append(Line(f"limit:{deduction.code}", taken - deduction.limit))
    return lines


def _add_bonuses(rules: RuleSet, evidence: Evidence) -> list[Line]:
    lines = [
        Line(bonus.code, bonus.points, (entry.key,), evidence.last_day(entry, bonus.months))
        for bonus in rules.bonuses
        for entry in evidence.of(bonus.code, bonus.months)
    ]
    given = sum(line.points for line in lines)
    if given > rules.bonus_limit:
        lines.append(Line("limit:bonus", rules.bonus_limit - given))
    return lines


def _clamp(total: int, full: int) -> tuple[int, list[Line]]:
    if total < 0:
        return 0, [Line("floor", -total)]
    if total > full:
        return full, [Line("ceiling", full - total)]
    return total, []


def _cap(total: int, rules: RuleSet, evidence: Evidence) -> tuple[int, list[Line]]:
    lines = []
    for cap in rules.caps:
        entries = evidence.of(cap.code)
        if not entries:
            continue
        lowered = min(total, cap.ceiling)
        keys = tuple(entry.key for entry in entries)
        lines.append(Line(cap.code, lowered - total, keys))
        total = lowered
    return total, lines
