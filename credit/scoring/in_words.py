"""◇ A rule set in words, for the page on which anybody can read how the index is computed."""

from collections.abc import Mapping
from dataclasses import dataclass

from .bill import write_points
from .rules import Graded, Indicator, Latest, Parts, RuleSet, Share


@dataclass(frozen=True, slots=True)
class IndicatorInWords:
    """One row of the table of indicators."""

    title: str
    maximum: int
    lines: tuple[str, ...]
    window: str
    source: str
    optional: bool


@dataclass(frozen=True, slots=True)
class DimensionInWords:
    """One dimension with its rows."""

    title: str
    maximum: int
    rows: tuple[IndicatorInWords, ...]


def dimensions_in_words(rules: RuleSet, titles: Mapping[str, str]) -> list[DimensionInWords]:
    """The indicators of ``rules`` by dimension; ``titles`` names the codes of facts."""
    found = []
    for letter, title in rules.dimensions.items():
        own = [each for each in rules.indicators if each.dimension == letter]
        rows = tuple(_indicator(each, titles) for each in own)
        found.append(DimensionInWords(title, sum(each.maximum for each in own), rows))
    return found


def adjustments_in_words(rules: RuleSet, titles: Mapping[str, str]) -> list[str]:
    """What is added to and taken off the total, one sentence each."""
    sentences = []
    for deduction in rules.deductions:
        months = rules.severity_months[deduction.severity]
        unit = f"每满 {deduction.per} 个工作日" if deduction.per else "每次"
        limit = (
            "" if deduction.limit is None else f"，合计不超过 {write_points(deduction.limit)} 分"
        )
        sentences.append(
            f"{titles[deduction.code]}：{unit}减 {write_points(deduction.points)} 分{limit}，"
            f"自发生之日起计算 {months} 个月（{deduction.source}）。"
        )
    sentences += [
        f"{titles[bonus.code]}：加 {write_points(bonus.points)} 分，计算 {bonus.months} 个月"
        f"（{bonus.source}）。"
        for bonus in rules.bonuses
    ]
    sentences.append(
        f"加分合计不超过 {write_points(rules.bonus_limit)} 分；总分最低 0 分，最高 100 分。"
    )
    sentences.append("不适用的指标不计入，其余指标的得分按百分制折算。")
    return sentences


def _indicator(indicator: Indicator, titles: Mapping[str, str]) -> IndicatorInWords:
    window = f"{indicator.months} 个月" if indicator.months else "到失效为止"
    return IndicatorInWords(
        indicator.title,
        indicator.maximum,
        tuple(_lines(indicator, titles)),
        window,
        indicator.source,
        indicator.optional,
    )


def _lines(indicator: Indicator, titles: Mapping[str, str]) -> list[str]:
    measure = indicator.measure
    if isinstance(measure, Parts):
        return [f"{part.title} {write_points(part.points)} 分" for part in measure.parts]
    if isinstance(measure, Latest):
        return [
            f"{titles[code]} {'不计入' if points is None else f'{write_points(points)} 分'}"
            for code, points in measure.points.items()
        ]
    if isinstance(measure, Share):
        return [f"{titles[measure.good]}的比例 × {write_points(indicator.maximum)} 分"]
    if isinstance(measure, Graded):
        return [f"每 A {write_points(measure.each)} 分"]
    return [
        f"{titles[code]}，每项减 {write_points(points)} 分" for code, points in measure.each.items()
    ]
