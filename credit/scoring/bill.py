"""◇ The explanation of a score, laid out like a bill that a layman can check by adding up."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .result import (
    NOT_APPLICABLE,
    NOT_FAVOURABLE,
    NOT_LOWERING,
    NOT_RECORDED,
    VETOED,
    Line,
)
from .rules import POINT, Allowance, Graded, Indicator, Latest, Parts, RuleSet, Share

_NOTES = {
    NOT_APPLICABLE: "不适用于本组织，不计入",
    NOT_RECORDED: "尚无记录，不计入",
    NOT_FAVOURABLE: "计入后会拉低总分，不计入",
    NOT_LOWERING: "计入后反而会提高总分，不计入",
    VETOED: "有尚未处理的问题，本项不得分",
}
_STEPS = {
    "limit:bonus": "加分合计不超过 {bonus} 分",
    "floor": "总分最低为 0 分",
    "ceiling": "总分最高为 100 分",
}


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of the bill, under the heading of its ``indicator`` if it is part of one.

    ``maximum`` is None where there is none; ``counts`` is false for an indicator that was left
    out; ``keys`` are the facts the line rests on.
    """

    title: str
    points: int
    maximum: int | None = None
    reason: str = ""
    source: str = ""
    until: dt.date | None = None
    keys: tuple[str, ...] = ()
    counts: bool = True
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class BillGroup:
    """One dimension, or the adjustments of the total, with its rows and their sums."""

    title: str
    rows: tuple[BillRow, ...]
    maximum: int | None = None

    @property
    def points(self) -> int:
        """Sum of the rows."""
        return sum(row.points for row in self.rows)


@dataclass(frozen=True, slots=True)
class Gain:
    """What would raise the score: the advice and the most it could bring, in 0.01 points."""

    advice: str
    at_most: int
    source: str


@dataclass(frozen=True, slots=True)
class Bill:
    """Groups of rows whose points add up to the total, and what would raise it."""

    groups: tuple[BillGroup, ...]
    gains: tuple[Gain, ...]

    @property
    def total(self) -> int:
        """Sum of all groups: the score."""
        return sum(group.points for group in self.groups)


def write_points(points: int) -> str:
    """72.22, 85, −5: hundredths as people write them."""
    sign = "−" if points < 0 else ""
    whole, part = divmod(abs(points), POINT)
    return f"{sign}{whole}" + (f".{part:02d}".rstrip("0") if part else "")


def lay_out(
    lines: Iterable[Line], rules: RuleSet, *, applicable: int, titles: Mapping[str, str]
) -> Bill:
    """Lay out the lines of a score computed under ``rules``.

    ``applicable`` is the score's own; ``titles`` names the codes of deductions and bonuses.
    Lines left out because they earned nothing and say nothing are put back from the rules.
    """
    by_id: dict[str, list[Line]] = {}
    for line in lines:
        by_id.setdefault(line.id, []).append(line)
    dimensions: dict[str, list[BillRow]] = {letter: [] for letter in rules.dimensions}
    maxima = dict.fromkeys(rules.dimensions, 0)
    gains: list[Gain] = []
    earned = sum(
        line.points
        for indicator in rules.indicators
        for part_id in _line_ids(indicator)
        for line in by_id.get(part_id, ())
    )
    for indicator in rules.indicators:
        own = [
            by_id[part_id][0] if part_id in by_id else Line(part_id, 0)
            for part_id in _line_ids(indicator)
        ]
        left_out = _left_out(indicator, by_id)
        if left_out:
            own = [Line(indicator.id, 0, note=left_out)]
        else:
            maxima[indicator.dimension] += indicator.maximum
        dimensions[indicator.dimension] += [_row(indicator, line) for line in own]
        gains += _gains(indicator, own, earned, applicable, rules.full)
    groups = [
        BillGroup(f"{title}", tuple(dimensions[letter]), maxima[letter])
        for letter, title in rules.dimensions.items()
    ]
    adjustments = tuple(_adjustments(by_id, rules, applicable, titles))
    if adjustments:
        groups.append(BillGroup("折算与加减分", adjustments))
    gains.sort(key=lambda gain: -gain.at_most)
    return Bill(tuple(groups), tuple(gains))


def _line_ids(indicator: Indicator) -> tuple[str, ...]:
    if isinstance(indicator.measure, Parts):
        return tuple(part.id for part in indicator.measure.parts)
    return (indicator.id,)


def _left_out(indicator: Indicator, by_id: Mapping[str, list[Line]]) -> str:
    """Why the indicator is not counted at all, or ""."""
    for line_id in (indicator.id, *_line_ids(indicator)):
        for line in by_id.get(line_id, ()):
            if line.note not in ("", VETOED):
                return line.note
    return ""


def _row(indicator: Indicator, line: Line) -> BillRow:
    title, maximum = indicator.title, indicator.maximum
    reason = _NOTES.get(line.note, "")
    if isinstance(indicator.measure, Parts) and line.id != indicator.id:
        part = next(part for part in indicator.measure.parts if part.id == line.id)
        title, maximum = part.title, part.points
    if not reason:
        reason = _reason(indicator, line)
    return BillRow(
        title,
        line.points,
        maximum,
        reason,
        indicator.source,
        line.until,
        line.keys,
        counts=line.note in ("", VETOED),
        indicator=indicator.title,
    )


def _reason(indicator: Indicator, line: Line) -> str:
    if isinstance(indicator.measure, Allowance):
        if not line.keys:
            return f"起始 {write_points(indicator.maximum)} 分，没有扣分记录"
        return f"起始 {write_points(indicator.maximum)} 分，有 {len(line.keys)} 项查实记录"
    if line.keys:
        return f"依据 {len(line.keys)} 条记录"
    return "没有有效记录"


def _adjustments(
    by_id: Mapping[str, list[Line]], rules: RuleSet, applicable: int, titles: Mapping[str, str]
) -> Iterable[BillRow]:
    for line in by_id.get("rescale", ()):
        reason = f"适用项目满分 {write_points(applicable)} 分，按百分制折算"
        yield BillRow("折算为百分制", line.points, reason=reason)
    for deduction in rules.deductions:
        severity = rules.severity_titles[deduction.severity]
        months = rules.severity_months[deduction.severity]
        for line in by_id.get(deduction.code, ()):
            reason = f"{severity}，自发生之日起 {months} 个月内计算"
            if deduction.per:
                each = write_points(deduction.points)
                reason += f"；每满 {deduction.per} 个工作日减 {each} 分"
            yield BillRow(
                f"减分：{titles.get(deduction.code, deduction.code)}",
                line.points,
                None,
                reason,
                deduction.source,
                line.until,
                line.keys,
            )
        for line in by_id.get(f"limit:{deduction.code}", ()):
            limit = write_points(deduction.limit or 0)
            yield BillRow(f"同类减分合计不超过 {limit} 分", line.points)
    for bonus in rules.bonuses:
        for line in by_id.get(bonus.code, ()):
            yield BillRow(
                f"加分：{titles.get(bonus.code, bonus.code)}",
                line.points,
                None,
                f"自发生之日起 {bonus.months} 个月内计算",
                bonus.source,
                line.until,
                line.keys,
            )
    for step, title in _STEPS.items():
        for line in by_id.get(step, ()):
            yield BillRow(title.format(bonus=write_points(rules.bonus_limit)), line.points)
    for cap in rules.caps:
        for line in by_id.get(cap.code, ()):
            yield BillRow(f"封顶：{cap.title}", line.points, None, "", cap.source, keys=line.keys)


def _gains(
    indicator: Indicator, lines: list[Line], earned: int, applicable: int, full: int
) -> list[Gain]:
    """What the indicator could still bring if it alone were earned in full.

    Findings against the organisation only fade with time, and what the bureau must first record
    is nothing to strive for: neither is advised on.
    """
    measure = indicator.measure
    if any(line.note == NOT_APPLICABLE for line in lines):
        return []
    joins = any(line.note not in ("", VETOED) for line in lines)

    def worth(points: int) -> int:
        table = applicable + (indicator.maximum if joins else 0)
        before = earned * full // applicable if applicable else 0
        return (earned + points) * full // table - before if table else 0

    wanted: list[tuple[str, int]] = []
    if isinstance(measure, Parts) and not joins:
        have = {line.id: line.points for line in lines}
        if measure.needs and not any(have.values()):
            wanted = [(measure.parts[0].advice, indicator.maximum)]
        else:
            wanted = [(part.advice, part.points) for part in measure.parts if not have.get(part.id)]
    elif isinstance(measure, (Latest, Graded)) or (isinstance(measure, Share) and not joins):
        wanted = [(measure.advice, indicator.maximum - sum(line.points for line in lines))]
    gains = [Gain(advice, worth(points), indicator.source) for advice, points in wanted]
    return [gain for gain in gains if gain.at_most > 0]
