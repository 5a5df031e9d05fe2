"""The order of chapters, Chinese collation included."""

import datetime as dt

from compilations.ordering import OrderBy, sort_key, strokes_key


def ordered(order_by: str, *rows: dict[str, object]) -> list[object]:
    """Names in the order of the key."""
    usual = {"pinyin": "", "industry": "", "registered_on": None, "credit_code": ""}
    return [
        row["name"] for row in sorted(rows, key=lambda row: sort_key(order_by, **{**usual, **row}))
    ]


def test_by_strokes_fewer_come_first_and_the_common_head_counts_for_nothing() -> None:
    names = ["濮阳市华龙区餐饮协会", "华龙区二手车协会", "濮阳市家政协会"]

    assert sorted(names, key=strokes_key) == [names[1], names[2], names[0]]


def test_by_industry_those_without_one_come_last() -> None:
    assert ordered(
        OrderBy.INDUSTRY,
        {"name": "甲", "industry": ""},
        {"name": "乙", "industry": "教育"},
        {"name": "丙", "industry": "建筑业"},
    ) == ["丙", "乙", "甲"]


def test_by_registration_the_oldest_comes_first() -> None:
    assert ordered(
        OrderBy.REGISTRATION,
        {"name": "新", "registered_on": dt.date(2020, 1, 1)},
        {"name": "旧", "registered_on": dt.date(2001, 1, 1)},
        {"name": "无"},
    ) == ["旧", "新", "无"]


def test_by_pinyin_tones_count() -> None:
    assert ordered(
        OrderBy.PINYIN,
        {"name": "社", "pinyin": "she4"},
        {"name": "餐", "pinyin": "can1"},
        {"name": "惨", "pinyin": "can3"},
    ) == ["餐", "惨", "社"]
