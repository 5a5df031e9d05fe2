"""◇ Periods counted in calendar months and years (民法典 第二百条、第二百零二条)."""

import calendar
import datetime as dt


def add_months(day: dt.date, months: int) -> dt.date:
    """The day of the same number ``months`` later, or that month's last day if it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= 28:  # every month has it
        return dt.date(year, month + 1, day.day)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
