import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from associations import credit_code

RIGHT = [
    "51410902XN00000120",
    "52410902XN0000282F",
    "53410902XN00A1036W",
    "51410902XN000008XT",
]
REAL = ["9144030071526726XG", "91330100799655058B", "12100000400000624D"]
subjects = st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8)


@pytest.mark.parametrize("code", RIGHT)
def test_worked_examples_are_right(code: str) -> None:
    assert credit_code.problem(code) == ""


@pytest.mark.parametrize("code", RIGHT + REAL)
def test_check_characters_agree_with_an_independent_library(code: str) -> None:
    assert uscc.is_valid(code)
    assert credit_code.check_character(code) == code[17]
    assert credit_code.subject_check_character(code[8:17]) == code[16]


@given(subjects)
def test_a_completed_code_is_right(subject: str) -> None:
    assert credit_code.problem(credit_code.complete("51410902", subject)) == ""


@given(
    st.sampled_from(RIGHT),
    st.integers(min_value=0, max_value=17),
    st.sampled_from(credit_code.CHARSET),
)
def test_any_one_wrong_character_is_noticed(code: str, place: int, other: str) -> None:
    changed = code[:place] + other + code[place + 1 :]

    assert (credit_code.problem(changed) == "") is (changed == code)


@given(st.sampled_from(RIGHT), st.integers(min_value=0, max_value=16))
def test_swapped_neighbours_are_noticed(code: str, place: int) -> None:
    changed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert (credit_code.problem(changed) == "") is (changed == code)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("51410902XN0000012", "18 位，您填写了 17 位"),
        ("51410902XN0000O120", "第 15 位是字母 O"),
        ("51410902XN000*0120", "第 14 位"),
        ("91330100799655058B", "这是企业代码"),
        ("54410902XN00000120", "前两位"),
        ("514109X2XN00000120", "第 7 位应为数字"),
        ("51410902XN00000130", "第 9 至 17 位"),
        ("51410902XN00000121", "最后一位校验码"),
    ],
)
def test_the_sentence_says_what_is_wrong(code: str, words: str) -> None:
    assert words in credit_code.problem(code)


def test_typing_habits_are_forgiven_but_nothing_is_guessed() -> None:
    assert credit_code.normalise(" ５１410902-xn00000120 ") == "51410902XN00000120"
    assert credit_code.normalise("51410902XNO0000120") == "51410902XNO0000120"


def test_the_prefix_tells_the_kind() -> None:
    assert [credit_code.kind_of(code) for code in RIGHT[:3]] == [
        "society",
        "private_non_enterprise",
        "foundation",
    ]
    with pytest.raises(ValueError, match="prefix"):
        credit_code.kind_of("91")
