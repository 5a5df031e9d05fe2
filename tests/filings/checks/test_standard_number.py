import pytest

from .revisions import places, standard


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("group", "T/PYHL 001—2024"),
        ("group", "t/pyhl001-2024"),
        ("group", "Ｔ／ＰＹＨＬ　００１－２０２４"),
        ("national", "GB/T 9704—2012"),
        ("national", "GB 2760–2024"),
        ("industry", "SB/T 10000—2020"),
        ("local", "DB41/T 2000.1—2020"),
        ("local", "DB4109/T 12-2022"),
        ("enterprise", "Q/HLSY 001—2024"),
    ],
)
def test_numbers_in_the_form_of_their_kind_are_fine(kind, number):
    assert places("standard-number", standard(standard_kind=kind, number=number)) == []


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("group", "GB/T 9704—2012"),
        ("industry", "GB/T 9704—2012"),
        ("industry", "DB41/T 2000—2020"),
        ("national", "T/PYHL 001—2024"),
        ("local", "41/T 2000—2020"),
        ("group", "T/PYHL 001"),
        ("enterprise", "HLSY 001—2024"),
    ],
)
def test_other_numbers_are_refused(kind, number):
    assert places("standard-number", standard(standard_kind=kind, number=number)) == ["number"]


def test_a_published_standard_has_a_number_and_one_in_drafting_need_not():
    assert places("standard-number", standard(number="")) == ["number"]
    assert places("standard-number", standard(number="", status="drafting")) == []
