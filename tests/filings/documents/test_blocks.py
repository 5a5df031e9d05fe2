import json

import pytest
from hypothesis import given

from filings.documents.blocks import (
    Block,
    anchors,
    article,
    from_json,
    plain_text,
    replace_article,
    summary,
    to_json,
)
from tests.filings.documents.outlines import DOCUMENTS

CONVENTION = [
    Block("title", text="自律规约"),
    Block("paragraph", text="（会员大会通过）"),
    Block("chapter", "第一章", "总则"),
    Block("section", "第一节", "一般规定"),
    Block("article", "第一条", "甲。"),
    Block("article", "第二条", "乙："),
    Block("item", "（一）", "丙；"),
    Block("item", "（二）", "丁。"),
    Block("chapter", "第二章", "罚则"),
    Block("article", "第二条之一", "戊。"),
    Block("article", "第二条", "己。"),
    Block("paragraph", text="庚。"),
    Block("heading", text="附件"),
    Block("table", rows=(("辛", "壬"),)),
]


def test_every_block_has_its_anchor():
    assert anchors(CONVENTION) == [
        "t1", "p1", "c1", "c1s1", "a1", "a2", "a2-1", "a2-2", "c2", "a2z1", "a2x2", "a2x2-1", "h1",
        "p2",
    ]  # fmt: skip


def test_an_anchor_does_not_change_when_another_article_grows():
    longer = [*CONVENTION[:6], Block("item", "（零）", "新；"), *CONVENTION[6:]]
    assert dict(zip(anchors(longer), longer, strict=True))["a2x2"] == CONVENTION[10]


@given(DOCUMENTS)
def test_anchors_are_unique(blocks):
    names = anchors(blocks)
    assert len(set(names)) == len(names) == len(blocks)


@given(DOCUMENTS)
def test_json_keeps_every_block(blocks):
    assert from_json(json.loads(json.dumps(to_json(blocks)))) == blocks


def test_json_of_a_plain_block_holds_no_empty_fields():
    assert to_json([Block("paragraph", text="甲")]) == [{"type": "paragraph", "text": "甲"}]


def test_json_of_an_unknown_type_is_refused():
    with pytest.raises(ValueError, match="script"):
        from_json([{"type": "script"}])


def test_an_article_is_found_with_all_that_belongs_to_it():
    assert article(CONVENTION, "a2") == CONVENTION[5:8]
    assert article(CONVENTION, "p2") == CONVENTION[13:]
    assert article(CONVENTION, "a9") == []


def test_an_article_is_replaced_whole():
    new = [Block("article", "第二条", "新。")]
    changed = replace_article(CONVENTION, "a2", new)
    assert changed == [*CONVENTION[:5], *new, *CONVENTION[8:]]
    with pytest.raises(KeyError):
        replace_article(CONVENTION, "a9", new)


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        (CONVENTION, "读到 2 章 4 条，1 个表格"),
        ([], "没有读到文字"),
        ([Block("heading", "一、", "甲"), Block("item", "1.", "乙")], "读到 1 个小标题 1 段"),
        ([Block("title", text="甲")], "读到 1 行标题"),
        ([Block("image", image="0" * 64)], "读到 1 张图片"),
    ],
)
def test_the_summary_says_what_was_read(blocks, words):
    assert summary(blocks) == words


def test_plain_text_holds_numbers_cells_and_notes():
    blocks = [
        Block("article", "第一条", "甲。", notes=("注",)),
        Block("table", text="表", rows=(("a", "b\nc"),)),
    ]
    assert plain_text(blocks) == "第一条　甲。\n注\n表\na\tb c"
