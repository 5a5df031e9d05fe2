from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.documents.blocks import Block
from filings.documents.diff.compare import ADDED, CHANGED, REMOVED, SAME, Diff, diff
from filings.documents.text import parse
from tests.filings.documents.outlines import BLOCKS, DOCUMENTS

OLD = """# 自律规约
第一章 总则
第一条 会员应当遵守法律法规，诚实守信，公平竞争。
第二条 会员应当明码标价，不得价格欺诈。
（一）不得虚构原价；
（二）不得虚假打折。
第三条 会员应当保护消费者的个人信息。
第四条 会员应当接受社会监督，按时缴纳会费。
第五条 本规约由理事会负责解释。"""


def happened(old: str, new: str) -> list[tuple[str, bool, str]]:
    """(kind, moved, number) of everything that is not simply the same."""
    changes = diff(parse(old).blocks, parse(new).blocks).changes
    return [
        (change.kind, change.moved, (change.new or change.old)[0].number)
        for change in changes
        if change.kind != SAME or change.moved
    ]


def words(old: str, new: str) -> list[tuple[str, str]]:
    (change,) = diff([Block("article", "第一条", old)], [Block("article", "第一条", new)]).changes
    return [(segment.kind, segment.text) for segment in change.blocks[0].words]


def test_nothing_happened():
    compared = diff(parse(OLD).blocks, parse(OLD).blocks)
    assert compared.is_empty
    assert compared.summary == "内容没有变化"


def test_numbers_that_only_shifted_are_no_change():
    new = OLD.replace("第五条", "第六条").replace("第四条", "第五条").replace("第三条", "第四条")
    compared = diff(parse(OLD).blocks, parse(new).blocks)
    assert compared.is_empty
    assert [change.new[0].number for change in compared.changes if change.renumbered] == [
        "第四条", "第五条", "第六条",
    ]  # fmt: skip


def test_an_added_and_a_removed_article_stand_where_they_stand():
    new = OLD.replace("第三条 会员应当保护消费者的个人信息。\n", "").replace(
        "第五条 本", "第五条 违反本规约的，予以警告。\n第六条 本"
    )
    assert happened(OLD, new) == [(REMOVED, False, "第三条"), (ADDED, False, "第五条")]


def test_a_moved_article_is_a_move():
    third = "第三条 会员应当保护消费者的个人信息。\n"
    new = OLD.replace(third, "").replace("第一条", third + "第一条")
    assert happened(OLD, new) == [(SAME, True, "第三条")]


def test_a_moved_and_changed_article_is_both():
    third = "第三条 会员应当保护消费者的个人信息。\n"
    new = OLD.replace(third, "").replace(
        "第一条", "第三条 会员应当严格保护消费者的个人信息。\n第一条"
    )
    assert happened(OLD, new) == [(CHANGED, True, "第三条")]


def test_a_changed_item_names_its_words():
    new = OLD.replace("不得虚假打折", "不得虚假促销、打折")
    changes = diff(parse(OLD).blocks, parse(new).blocks).changes
    (changed,) = [change for change in changes if change.kind == CHANGED]
    assert [block.kind for block in changed.blocks] == [SAME, SAME, CHANGED]
    assert [(s.kind, s.text) for s in changed.blocks[2].words] == [
        (SAME, "不得虚假"), (ADDED, "促销、"), (SAME, "打折。"),
    ]  # fmt: skip


def test_an_item_that_came_or_went_is_told_from_a_changed_one():
    new = OLD.replace("（一）不得虚构原价；\n", "")
    changes = diff(parse(OLD).blocks, parse(new).blocks).changes
    (changed,) = [change for change in changes if change.kind == CHANGED]
    assert [block.kind for block in changed.blocks] == [SAME, REMOVED, SAME]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("会费每年300元。", "会费每年3000元。",
         [(SAME, "会费每年"), (REMOVED, "300"), (ADDED, "3000"), (SAME, "元。")]),
        ("应当公开", "应当及时公开", [(SAME, "应当"), (ADDED, "及时"), (SAME, "公开")]),
        ("会员不得甲或乙之一", "会员不得丙或丁之一",
         [(SAME, "会员不得"), (REMOVED, "甲或乙"), (ADDED, "丙或丁"), (SAME, "之一")]),
    ],
)  # fmt: skip
def test_words_and_figures_are_not_cut_up(old, new, expected):
    assert words(old, new) == expected


def table(*rows: str) -> Block:
    return Block("table", rows=tuple(tuple(row) for row in rows))


def cells(old: Block, new: Block) -> list[str]:
    (change,) = diff([old], [new]).changes
    signs = {SAME: "=", CHANGED: "~", ADDED: "+", REMOVED: "-"}
    return ["".join(signs[cell.kind] for cell in row) for row in change.blocks[0].cells]


def test_tables_are_compared_cell_by_cell():
    assert cells(table("项依额", "会章三", "培自五"), table("项依额", "会章四", "培自五")) == [
        "===", "==~", "===",
    ]  # fmt: skip


def test_a_row_and_a_column_that_came_or_went_are_found():
    assert cells(table("项额", "会三"), table("项额", "会三", "培五")) == ["==", "==", "++"]
    assert cells(table("项依额", "会章三"), table("项额", "会三")) == ["=-=", "=-="]


def test_the_summary_counts_what_happened():
    new = OLD.replace("接受社会监督，", "").replace("第五条 本", "第五条 新增一条。\n第六条 本")
    compared = diff(parse(OLD).blocks, parse(new).blocks)
    assert compared.summary == "修改 1 处，新增 1 处"


def applied(compared: Diff, old: list[Block]) -> list[Block]:
    """The new version, put together from the old one and what the differences say was added."""
    new = []
    for change in compared.changes:
        for block_change in change.blocks:
            if block_change.new is None:
                continue
            if block_change.kind == SAME:
                kept = next(b for b in old[change.old_start :] if b == block_change.old)
                new.append(replace(kept, number=block_change.new.number))
                continue
            text = "".join(s.text for s in block_change.words if s.kind != REMOVED)
            notes = "".join(s.text for s in block_change.notes if s.kind != REMOVED)
            rows = [
                [
                    "".join(s.text for s in cell.words if s.kind != REMOVED)
                    for cell in row if cell.kind != REMOVED
                ]
                for row in block_change.cells
            ]  # fmt: skip
            new.append(
                replace(
                    block_change.new,
                    text=text,
                    notes=tuple(filter(None, notes.split("\n"))),
                    rows=tuple(tuple(row) for row in rows if row),
                )
            )
    return new


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[Block], list[Block]]:
    """A document and what a person may make of it."""
    old = draw(DOCUMENTS)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        match draw(st.sampled_from(["insert", "delete", "move", "word", "number"])):
            case "insert":
                new.insert(at, draw(BLOCKS))
            case "delete" if at < len(new):
                del new[at]
            case "move" if at < len(new):
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
            case "word" if at < len(new) and new[at].type != "image":
                new[at] = replace(new[at], text="新" + new[at].text[1:])
            case "number" if at < len(new) and new[at].number:
                new[at] = replace(new[at], number="第九条")
    return old, new


@given(versions())
def test_the_differences_applied_to_the_old_version_give_the_new(pair):
    old, new = pair
    assert applied(diff(old, new), old) == new


@given(versions())
def test_every_old_block_is_accounted_for_once(pair):
    old, new = pair
    starts = [change.old_start for change in diff(old, new).changes if change.old]
    blocks = sum(len(change.old) for change in diff(old, new).changes)
    assert len(set(starts)) == len(starts)
    assert blocks == len(old)
