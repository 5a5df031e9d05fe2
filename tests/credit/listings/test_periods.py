"""Dates that decide rights: computed from the day of service by the calendar (B02)."""

import datetime as dt

import pytest

from credit.listings.periods import PERIODS, Period, Unit, deadline, ripe_on
from credit.months import add_months
from huanglong_portal.common.dates import CalendarMissing

TEN = PERIODS["statement"]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("served_on", "last_day"),
    [
        ("2026-11-02", "2026-11-16"),  # Monday: two plain weeks
        ("2026-11-06", "2026-11-20"),  # Friday: the weekend does not count
        ("2026-11-07", "2026-11-20"),  # served on a Saturday: counted from Monday
        ("2026-09-21", "2026-10-12"),  # off 25–27 Sept. and 1–7 Oct.; work on Sat. 10 Oct.
        ("2026-02-09", "2026-02-28"),  # off 15–23 Feb.; work on Sat. 14 and 28
        ("2025-12-24", "2026-01-08"),  # off 1–3 Jan.; work on Sun. 4 Jan.
    ],
)
def test_ten_working_days_from_service(served_on: str, last_day: str) -> None:
    assert deadline(TEN, day(served_on), {}).last_day == day(last_day)


def test_the_officers_table_stands_above_the_calendar() -> None:
    corrections = {day("2026-11-16"): False}

    assert deadline(TEN, day("2026-11-02"), corrections).last_day == day("2026-11-17")


def test_a_missing_year_is_asked_for_and_not_guessed() -> None:
    with pytest.raises(CalendarMissing, match="2027 年的节假日安排"):
        deadline(TEN, day("2026-12-28"), {})


def test_a_missing_year_that_officers_filled_in_counts() -> None:
    corrections = {day("2027-01-01"): False}

    assert deadline(TEN, day("2026-12-28"), corrections).last_day == day("2027-01-12")


def test_a_period_in_days_that_ends_on_a_rest_day_ends_on_the_next_working_day() -> None:
    thirty = PERIODS["statement_by_announcement"]

    assert deadline(thirty, day("2026-10-01"), {}).last_day == day("2026-11-02")  # 31 Oct.: Sat.
    assert deadline(thirty, day("2026-10-05"), {}).last_day == day("2026-11-04")


def test_a_deadline_says_why() -> None:
    due = deadline(TEN, day("2026-11-02"), {})

    assert due.why == (
        "自2026年11月2日的次日起 10 个工作日，到2026年11月16日 24:00 为止（民政部令第60号第十条）。"
        "其间有 4 个休息日不计。"
    )


@pytest.mark.parametrize(
    ("listed_on", "months", "ripe"),
    [
        ("2026-03-02", 6, "2026-09-02"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
    ],
)
def test_terms_in_months_end_on_the_same_day_or_the_months_last(
    listed_on: str, months: int, ripe: str
) -> None:
    period = Period("term", "", months, Unit.MONTHS, "")

    assert ripe_on(period, day(listed_on)) == day(ripe) == add_months(day(listed_on), months)


def test_every_figure_names_its_source() -> None:
    assert all(period.source and period.title for period in PERIODS.values())
    assert {code for code, period in PERIODS.items() if not period.verified} == {
        "statement",
        "statement_by_announcement",
        "review",
        "letters_least",
        "letters_most",
    }
