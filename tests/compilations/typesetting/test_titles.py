"""Titles are broken by sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compilations.typesetting.titles import LIMIT, broken_title, title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("餐饮饭店行业自律规约", ["餐饮饭店行业自律规约"]),
        (
            "濮阳市华龙区电子商务行业协会行业自律规约",
            ["濮阳市华龙区电子商务行业协会", "行业自律规约"],
        ),
        (
            "守信者受尊重：文化传承公益诚信典型表扬案例",
            ["守信者受尊重：", "文化传承公益诚信典型表扬案例"],
        ),
    ],
)
def test_a_long_title_is_broken_behind_the_body_it_names(title: str, lines: list[str]) -> None:
    assert broken_title(title).split("\n") == lines


@given(
    st.text(
        alphabet="濮阳市华龙区行业协会商会自律规约（2026年）：、关于的", min_size=1, max_size=70
    )
)
def test_breaking_loses_nothing_and_keeps_lines_short(title: str) -> None:
    broken = broken_title(title)

    assert broken.replace("\n", "") == title.strip()
    assert all(len(line) <= 2 * LIMIT for line in broken.split("\n"))


def test_the_five_titles_fit_a_cover() -> None:
    assert title_lines("濮阳市华龙区行业协会商会健全行业自律规约汇编") == (
        "濮阳市华龙区行业协会商会",
        "健全行业自律规约汇编",
    )
    assert title_lines("濮阳市华龙区行业协会制定行业标准汇编") == (
        "濮阳市华龙区行业协会",
        "制定行业标准汇编",
    )
