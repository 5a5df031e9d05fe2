"""The officers' table of holidays, where the calendar library knows nothing of a year yet."""

import datetime as dt

from huanglong_portal.common import calendar, dates
from huanglong_portal.common.models import CalendarDay

from .timeline import Timeline


def know_holidays(timeline: Timeline) -> None:
    """Enter New Year's Day of the years the demo needs and the library lacks: with one day of a
    year in the table, working days of that year can be counted."""
    for year in (timeline.today.year, timeline.today.year + 1):
        try:
            dates.is_working_day(dt.date(year, 7, 1), calendar.corrections())
        except dates.CalendarMissing:
            CalendarDay.objects.create(day=dt.date(year, 1, 1), works=False, note="元旦（演示）")
