"""Working days with the officers' corrections read from the table."""

import datetime as dt

from . import dates
from .models import CalendarDay


def corrections() -> dict[dt.date, bool]:
    """The officers' table: day → does it count as a working day."""
    return dict(CalendarDay.objects.values_list("day", "works"))


def add_working_days(start: dt.date, days: int) -> dt.date:
    """Like ``dates.add_working_days``, with the corrections applied."""
    return dates.add_working_days(start, days, corrections())
