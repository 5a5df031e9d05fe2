"""◇ Legal periods: their figures with their sources, and the dates they lead to.

The figures are settings that the bureau corrects in a table; what stands here is what the table
begins with. A figure marked as not verified was not read in the text of the source itself.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from credit.months import add_months
from huanglong_portal.common import dates


class Unit(TextChoices):
    """What a period is counted in."""

    WORKING_DAYS = "working_days", "个工作日"
    DAYS = "days", "日"
    MONTHS = "months", "个月"


@dataclass(frozen=True, slots=True)
class Period:
    """A figure of the law: how long, counted in what, resting on which text."""

    code: str
    title: str
    amount: int
    unit: Unit
    source: str
    verified: bool = True


_WORKING, _DAYS, _MONTHS = Unit.WORKING_DAYS, Unit.DAYS, Unit.MONTHS
_ORDER_60 = "民政部令第60号"

PERIODS: dict[str, Period] = {
    period.code: period
    for period in (
        Period("entry", "信用信息归集时限", 5, _WORKING, f"{_ORDER_60}第八条"),
        Period("statement", "陈述申辩期限", 10, _WORKING, f"{_ORDER_60}第十条", verified=False),
        Period(
            "statement_by_announcement",
            "公告送达后的陈述申辩期限",
            30,
            _DAYS,
            f"{_ORDER_60}第十条",
            verified=False,
        ),
        Period("review", "复核陈述申辩的期限", 10, _WORKING, f"{_ORDER_60}第十条", verified=False),
        Period("removal", "核实后移出的期限", 5, _WORKING, f"{_ORDER_60}第十四条"),
        Period("abnormal_term", "无需整改的列入期", 6, _MONTHS, f"{_ORDER_60}第十四条"),
        Period(
            "abnormal_to_serious", "列入异常名录后转入严重名单", 24, _MONTHS, f"{_ORDER_60}第十五条"
        ),
        Period("serious_minimum", "严重名单最短列入期", 24, _MONTHS, _ORDER_60),
        Period(
            "letters_least",
            "两封专用信函最短间隔",
            20,
            _DAYS,
            f"{_ORDER_60}第十一条",
            verified=False,
        ),
        Period(
            "letters_most",
            "两封专用信函最长间隔",
            30,
            _DAYS,
            f"{_ORDER_60}第十一条",
            verified=False,
        ),
        Period("reconsideration", "申请行政复议的期限", 60, _DAYS, "行政复议法第二十条"),
        Period("lawsuit", "提起行政诉讼的期限", 6, _MONTHS, "行政诉讼法第四十六条"),
    )
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed date with its reasons: counted from ``start`` (day 0), the last day included."""

    start: dt.date
    last_day: dt.date
    period: Period
    rest_days: tuple[dt.date, ...] = ()

    @property
    def why(self) -> str:
        """The sentence that answers “why this date”."""
        period = self.period
        amount = f"{period.amount} {Unit(period.unit).label}"
        sentence = (
            f"自{dates.write_date(self.start)}的次日起 {amount}，"
            f"到{dates.write_date(self.last_day)} 24:00 为止（{period.source}）。"
        )
        if self.rest_days:
            sentence += f"其间有 {len(self.rest_days)} 个休息日不计。"
        return sentence


def deadline(period: Period, start: dt.date, corrections: Mapping[dt.date, bool]) -> Deadline:
    """When ``period``, counted from ``start`` as day 0, is over.

    Working days follow the State Council's calendar with the officers' ``corrections``. A period
    in days or months that would end on a rest day ends on the next working day (民法典 第二百零三
    条). Raises CalendarMissing when the calendar of a year is not known.
    """
    if period.unit == Unit.WORKING_DAYS:
        last_day = dates.add_working_days(start, period.amount, corrections)
        rest = tuple(
            day for day in _days(start, last_day) if not dates.is_working_day(day, corrections)
        )
        return Deadline(start, last_day, period, rest)
    last_day = ripe_on(period, start)
    while not dates.is_working_day(last_day, corrections):
        last_day += dt.timedelta(days=1)
    return Deadline(start, last_day, period)


def ripe_on(period: Period, start: dt.date) -> dt.date:
    """The day on which a term of days or months that began on ``start`` is full."""
    if period.unit == Unit.MONTHS:
        return add_months(start, period.amount)
    return start + dt.timedelta(days=period.amount)


def _days(after: dt.date, until: dt.date) -> list[dt.date]:
    return [after + dt.timedelta(days=n) for n in range(1, (until - after).days + 1)]
