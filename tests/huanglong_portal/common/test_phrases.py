import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanglong_portal.common import phrases

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (dt.date(2026, 12, 5), "还剩 12 天（12月5日 24:00 截止）"),
        (dt.date(2026, 11, 24), "还剩 1 天（11月24日 24:00 截止）"),
        (dt.date(2026, 11, 23), "今天截止（11月23日 24:00）"),
        (dt.date(2026, 11, 20), "已过期 3 天（11月20日 24:00 截止）"),
        (dt.date(2027, 1, 3), "还剩 41 天（2027年1月3日 24:00 截止）"),
    ],
)
def test_days_left_are_said_with_the_last_moment(due: dt.date, words: str) -> None:
    assert phrases.days_left(due, TODAY) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 字节"), (1023, "1023 字节"), (2048, "2 KB"), (3_355_443, "3.2 MB")],
)
def test_sizes_are_said_in_the_unit_people_know(size: int, words: str) -> None:
    assert phrases.file_size(size) == words


def test_a_mobile_number_shows_only_its_ends() -> None:
    assert phrases.masked_mobile("13812341234") == "138****1234"
    assert phrases.masked_mobile("12345") == "*****"


@given(st.text(max_size=30))
def test_masking_keeps_the_length_and_never_shows_more_than_seven_characters(number: str) -> None:
    masked = phrases.masked_mobile(number)

    assert len(masked) == len(number.strip())
    if "*" not in number:
        assert len(masked.replace("*", "")) <= 7


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        ("1200", "年", "1,200 元/年"),
        ("600", "元/年", "600 元/年"),
        (380.5, "人次", "380.50 元/人次"),
        ("50", "", "50 元"),
        ("面议", "次", "面议"),
    ],
)
def test_amounts_are_said_with_their_unit(amount: object, unit: str, words: str) -> None:
    assert phrases.money(amount, unit) == words


def test_a_digest_is_shortened_in_groups() -> None:
    assert phrases.digest_short("3f9a01c277be88aa") == "3f9a 01c2 77be"


def test_a_part_is_said_in_whole_percent() -> None:
    assert phrases.percent(0.824) == "82%"
