"""◇ One indicator against the evidence: what it earns, and the lines that say why."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .evidence import Evidence, earliest_end, latest_end
from .facts import Entry
from .result import NOT_APPLICABLE, NOT_RECORDED, VETOED, Line
from .rules import Allowance, Graded, Indicator, Latest, Part, Parts, Share


@dataclass(frozen=True, slots=True)
class Assessment:
    """What an indicator earns. ``applies`` is false when it is not in this organisation's table;
    ``recorded`` is false when nothing about it is on file; ``adverse`` is true when a fact on
    file speaks against the organisation, so that the indicator counts whatever it earns."""

    indicator: Indicator
    lines: tuple[Line, ...]
    earned: int = 0
    applies: bool = True
    recorded: bool = True
    adverse: bool = False

    def left_out(self, note: str) -> "Assessment":
        """The same indicator, not counted, its lines saying why."""
        lines = tuple(Line(line.id, 0, line.keys, note=note) for line in self.lines)
        return Assessment(self.indicator, lines, 0, False, self.recorded, self.adverse)


def assess(indicator: Indicator, evidence: Evidence, categories: frozenset[str]) -> Assessment:
    """Assess ``indicator`` for an organisation of ``categories``."""
    if indicator.only_for and not indicator.only_for & categories:
        line = Line(indicator.id, 0, note=NOT_APPLICABLE)
        return Assessment(indicator, (line,), applies=False, recorded=False)
    measure = indicator.measure
    if isinstance(measure, Parts):
        assessment = _assess_parts(indicator, measure, evidence)
    elif isinstance(measure, Latest):
        assessment = _assess_latest(indicator, measure, evidence)
    elif isinstance(measure, Share):
        assessment = _assess_share(indicator, measure, evidence)
    elif isinstance(measure, Graded):
        assessment = _assess_graded(indicator, measure, evidence)
    else:
        assessment = _assess_allowance(indicator, measure, evidence)
    if indicator.optional and not assessment.recorded:
        return assessment.left_out(NOT_RECORDED)
    return assessment


def _assess_parts(indicator: Indicator, measure: Parts, evidence: Evidence) -> Assessment:
    against = tuple(entry for code in measure.veto for entry in evidence.of(code, indicator.months))
    adverse = any(evidence.of(code, indicator.months) for code in measure.adverse)
    needed = not measure.needs or bool(evidence.of(measure.needs, indicator.months))
    lines = []
    for part in measure.parts:
        line = _part_line(indicator, part, evidence) if needed else _nothing(part.id)
        if against and line.points:
            line = Line(part.id, 0, tuple(entry.key for entry in against), note=VETOED)
        lines.append(line)
    recorded = adverse or any(line.points for line in lines)
    earned = sum(line.points for line in lines)
    return Assessment(indicator, tuple(lines), earned, recorded=recorded, adverse=adverse)


def _part_line(indicator: Indicator, part: Part, evidence: Evidence) -> Line:
    months = indicator.months if part.months is None else part.months
    groups = [evidence.of(reference, months) for reference in part.all_of]
    if part.any_of:
        groups.append(
            [entry for reference in part.any_of for entry in evidence.of(reference, months)]
        )
    if not all(groups):
        return _nothing(part.id)
    until = earliest_end(
        latest_end(evidence.last_day(entry, months) for entry in group) for group in groups
    )
    return Line(part.id, part.points, _keys(entry for group in groups for entry in group), until)


def _assess_latest(indicator: Indicator, measure: Latest, evidence: Evidence) -> Assessment:
    entries = [entry for code in measure.points for entry in evidence.of(code, indicator.months)]
    if not entries:
        return Assessment(indicator, (_nothing(indicator.id),), recorded=False)
    newest = max(entry.occurred_on for entry in entries)
    deciding = [entry for entry in entries if entry.occurred_on == newest]
    worths = {entry.key: measure.points[entry.code] for entry in deciding}
    rated = {key: worth for key, worth in worths.items() if worth is not None}
    if not rated:
        line = Line(indicator.id, 0, _keys(deciding), note=NOT_APPLICABLE)
        return Assessment(indicator, (line,), applies=False)
    worth = min(rated.values())
    decided = [entry for entry in deciding if rated.get(entry.key) == worth]
    until = latest_end(evidence.last_day(entry, indicator.months) for entry in decided)
    line = Line(indicator.id, worth, _keys(decided), until)
    adverse = any(entry.code in measure.adverse for entry in decided)
    return Assessment(indicator, (line,), worth, adverse=adverse)


def _assess_share(indicator: Indicator, measure: Share, evidence: Evidence) -> Assessment:
    good = evidence.of(measure.good, indicator.months)
    bad = evidence.of(measure.bad, indicator.months)
    if not good and not bad:
        return Assessment(indicator, (_nothing(indicator.id),), recorded=False)
    points = indicator.maximum * len(good) // (len(good) + len(bad))
    until = earliest_end(evidence.last_day(entry, indicator.months) for entry in [*good, *bad])
    line = Line(indicator.id, points, _keys([*good, *bad]), until)
    return Assessment(indicator, (line,), points, adverse=bool(bad))


def _assess_graded(indicator: Indicator, measure: Graded, evidence: Evidence) -> Assessment:
    entries = evidence.of(measure.code, indicator.months)
    if not entries:
        return Assessment(indicator, (_nothing(indicator.id),), recorded=False)
    best = max(entry.quantity for entry in entries)
    decided = [entry for entry in entries if entry.quantity == best]
    until = latest_end(evidence.last_day(entry, indicator.months) for entry in decided)
    points = max(0, min(indicator.maximum, best * measure.each))
    return Assessment(indicator, (Line(indicator.id, points, _keys(decided), until),), points)


def _assess_allowance(indicator: Indicator, measure: Allowance, evidence: Evidence) -> Assessment:
    against = [
        (entry, each)
        for code, each in measure.each.items()
        for entry in evidence.of(code, indicator.months)
    ]
    points = max(0, indicator.maximum - sum(each for _, each in against))
    until = earliest_end(evidence.last_day(entry, indicator.months) for entry, _ in against)
    line = Line(indicator.id, points, _keys(entry for entry, _ in against), until)
    return Assessment(indicator, (line,), points, adverse=bool(against))


@lru_cache(maxsize=512)
def _nothing(line_id: str) -> Line:
    """The line of something that earned nothing; most lines of most files are."""
    return Line(line_id, 0)


def _keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted({entry.key for entry in entries}))
