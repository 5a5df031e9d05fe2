import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanglong_portal.common.numerals import from_chinese, to_chinese


@given(st.integers(min_value=0, max_value=9999))
def test_what_is_written_reads_back(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (203, "二百零三"),
        (210, "二百一十"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: int, written: str) -> None:
    assert to_chinese(number) == written


@pytest.mark.parametrize(
    ("written", "number"),
    [("１２", 12), ("12", 12), ("二〇二一", 2021), ("两百", 200), ("一百一十", 110)],
)
def test_other_ways_of_writing_are_read(written: str, number: int) -> None:
    assert from_chinese(written) == number


@pytest.mark.parametrize("written", ["", "条", "十条", "a1"])
def test_what_is_no_numeral_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        from_chinese(written)


@pytest.mark.parametrize("number", [-1, 10000])
def test_numbers_beyond_the_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="not written"):
        to_chinese(number)
