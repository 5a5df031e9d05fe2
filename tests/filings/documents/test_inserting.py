"""One more article, and no other one renumbered."""

import pytest

from filings.documents.blocks import Block, anchors
from filings.documents.inserting import insert_article, place_before_closing

RULES = [
    Block("chapter", "第一章", "总则"),
    Block("article", "第一条", "会员应当："),
    Block("item", "（一）", "诚信；"),
    Block("article", "第二条", "会员应当守法。"),
    Block("chapter", "第二章", "附则"),
    Block("article", "第三条", "本规约自发布之日起施行。"),
]


def test_between_two_articles_it_becomes_one_inserted() -> None:
    whole, anchor = insert_article(RULES, "新的一条。", after="a1")

    assert anchor == "a1z1"
    assert whole[3] == Block("article", "第一条之一", "新的一条。")
    assert [block for block in whole if block != whole[3]] == RULES
    again, anchor = insert_article(whole, "又一条。", after="a1")
    assert again[3].number == "第一条之二"
    assert anchors(again)[3] == anchor == "a1z2"


def test_behind_the_last_article_it_takes_the_next_number() -> None:
    whole, anchor = insert_article(RULES, "末条。", after="a3")

    assert (whole[-1].number, anchor) == ("第四条", "a4")


def test_numbers_are_written_as_the_document_writes_them() -> None:
    rules = [Block("article", "第1条", "甲。"), Block("article", "第2条", "乙。")]

    assert insert_article(rules, "丙。", after="a2")[0][-1].number == "第3条"
    assert insert_article(rules, "丙。", after="a1")[0][1].number == "第1条之1"


def test_without_articles_it_stands_at_the_end() -> None:
    assert insert_article([], "甲。", after="")[0] == [Block("article", "第一条", "甲。")]
    letter = [Block("paragraph", text="我会承诺：")]
    assert insert_article(letter, "甲。", after="a9")[0][-1] == Block("paragraph", text="甲。")


def test_a_place_that_is_gone_is_no_place() -> None:
    with pytest.raises(KeyError):
        insert_article(RULES, "甲。", after="a9")


def test_the_usual_place_is_before_the_closing_chapter() -> None:
    assert place_before_closing(RULES) == "a2"
    assert place_before_closing(RULES[:4]) == "a2"
    assert place_before_closing([]) == ""
