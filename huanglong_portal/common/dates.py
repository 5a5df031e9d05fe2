"""Legal dates (Asia/Shanghai), working days, and how dates are written."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

import chinese_calendar
from django.utils import timezone

from .errors import DomainError

_clock: ContextVar[Callable[[], dt.datetime] | None] = ContextVar("clock", default=None)


def now() -> dt.datetime:
    """The present moment (aware). Services take their time from here and nowhere else."""
    clock = _clock.get()
    return clock() if clock else timezone.now()


def today() -> dt.date:
    """Today's legal date in Asia/Shanghai."""
    return timezone.localtime(now()).date()


def legal_date(moment: dt.datetime) -> dt.date:
    """The date in Asia/Shanghai on which ``moment`` falls."""
    return timezone.localtime(moment).date()


@contextmanager
def clock_at(moment: dt.datetime) -> Iterator[None]:
    """Let everything inside happen at ``moment``: for demo history and tests."""
    token = _clock.set(lambda: moment)
    try:
        yield
    finally:
        _clock.reset(token)


class CalendarMissing(DomainError):
    """No holiday calendar is known for the year asked about."""


def is_working_day(day: dt.date, corrections: Mapping[dt.date, bool] | None = None) -> bool:
    """Whether ``day`` is a working day (holidays and 调休 included).

    ``corrections`` is the officers' table (day → works?) and stands above the library's calendar.
    Raises CalendarMissing for a year that neither knows, rather than guessing.
    """
    if corrections and day in corrections:
        return corrections[day]
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError as missing:
        if corrections and any(known.year == day.year for known in corrections):
            return day.weekday() < 5
        raise CalendarMissing(
            f"还没有 {day.year} 年的节假日安排，无法计算工作日。"
            "请系统管理员在“节假日安排”中录入后再试。"
        ) from missing


def add_working_days(
    start: dt.date, days: int, corrections: Mapping[dt.date, bool] | None = None
) -> dt.date:
    """The last day of a period of ``days`` working days that begins the day after ``start``."""
    day = start
    remaining = days
    while remaining > 0:
        day += dt.timedelta(days=1)
        if is_working_day(day, corrections):
            remaining -= 1
    return day


def working_days_between(
    start: dt.date, end: dt.date, corrections: Mapping[dt.date, bool] | None = None
) -> int:
    """Working days after ``start`` up to and including ``end``; 0 when ``end`` ≤ ``start``."""
    count = 0
    day = start
    while day < end:
        day += dt.timedelta(days=1)
        count += is_working_day(day, corrections)
    return count


def write_date(day: dt.date) -> str:
    """2021年4月3日: Arabic numerals, no leading zeros (GB/T 9704)."""
    return f"{day.year}年{day.month}月{day.day}日"


def write_datetime(moment: dt.datetime) -> str:
    """2021年4月3日 14:05 in Asia/Shanghai."""
    local = timezone.localtime(moment)
    return f"{write_date(local.date())} {local:%H:%M}"
