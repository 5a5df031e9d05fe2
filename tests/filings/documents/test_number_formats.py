import pytest

from filings.documents.docx.number_formats import written


@pytest.mark.parametrize(
    ("number_format", "twelve"),
    [
        ("decimal", "12"),
        ("chineseCountingThousand", "十二"),
        ("japaneseCounting", "十二"),
        ("ideographDigital", "一二"),
        ("chineseLegalSimplified", "拾贰"),
        ("ideographTraditional", "12"),
        ("ideographZodiac", "亥"),
        ("decimalEnclosedCircle", "⑫"),
        ("decimalFullWidth", "１２"),
        ("decimalZero", "12"),
        ("lowerLetter", "l"),
        ("upperRoman", "XII"),
        ("none", ""),
        ("anything new", "12"),
    ],
)
def test_a_count_is_written_as_the_list_asks(number_format, twelve):
    assert written(12, number_format) == twelve


def test_letters_are_doubled_behind_z():
    assert written(27, "lowerLetter") == "aa"


def test_rows_of_signs_end_in_digits():
    assert written(21, "decimalEnclosedCircle") == "21"
