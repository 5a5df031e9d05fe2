import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanglong_portal.common import dates


def test_the_legal_date_is_that_of_shanghai() -> None:
    with dates.clock_at(dt.datetime(2026, 11, 24, 16, 30, tzinfo=dt.UTC)):
        assert dates.today() == dt.date(2026, 11, 25)


def test_the_clock_runs_again_afterwards() -> None:
    with dates.clock_at(dt.datetime(2021, 4, 3, tzinfo=dt.UTC)):
        pass

    assert dates.today() > dt.date(2021, 4, 3)


def test_national_day_week_is_no_working_time() -> None:
    assert dates.add_working_days(dt.date(2025, 9, 30), 1) == dt.date(2025, 10, 9)


def test_a_weekend_moved_for_a_holiday_is_worked() -> None:
    assert dates.is_working_day(dt.date(2025, 9, 28))


def test_the_officers_table_stands_above_the_calendar() -> None:
    monday = dt.date(2025, 11, 24)

    assert not dates.is_working_day(monday, {monday: False})


def test_a_year_nobody_knows_is_asked_for_instead_of_guessed() -> None:
    with pytest.raises(dates.CalendarMissing, match="2060 年"):
        dates.is_working_day(dt.date(2060, 3, 1))


def test_a_year_the_officers_entered_counts_weekends() -> None:
    table = {dt.date(2060, 1, 1): False}

    assert dates.is_working_day(dt.date(2060, 3, 1), table)
    assert not dates.is_working_day(dt.date(2060, 1, 1), table)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2025, 6, 1)), st.integers(min_value=1, max_value=40))
def test_counting_and_adding_agree(start: dt.date, days: int) -> None:
    end = dates.add_working_days(start, days)

    assert dates.working_days_between(start, end) == days
    assert dates.is_working_day(end)


def test_dates_are_written_without_leading_zeros() -> None:
    assert dates.write_date(dt.date(2021, 4, 3)) == "2021年4月3日"
    moment = dt.datetime(2021, 4, 3, 6, 5, tzinfo=dt.UTC)
    assert dates.write_datetime(moment) == "2021年4月3日 14:05"
