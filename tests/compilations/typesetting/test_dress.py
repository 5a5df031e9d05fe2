"""Each material in its own dress."""

import json

from hypothesis import given
from hypothesis import strategies as st

from compilations.typesetting.dress import dress
from compilations.typesetting.dress.case import masked
from compilations.typesetting.entries import Document
from filings.documents.blocks import Block
from tests.factories.filings import PLEDGE


def dressed(material: str, fields: dict[str, object], *blocks: Block) -> Document:
    """A document of the material with this content."""
    return dress(
        material,
        association="濮阳市华龙区餐饮行业协会",
        title="餐饮行业自律规约",
        fields=fields,
        blocks=blocks,
    )


def words(document: Document) -> str:
    """Everything the document says, in one string."""
    parts = [document.title, document.note, *document.signature]
    for section in (*document.lead, *document.after):
        parts += [section.title, *(text for fact in section.facts for text in fact)]
        parts += [cell for row in section.rows for cell in row]
    for block in document.blocks:
        parts += [block.number, block.text, *block.notes]
        parts += [cell for row in block.rows for cell in row]
    return "\n".join(parts)


def test_a_convention_carries_the_record_of_its_making() -> None:
    document = dressed(
        "convention",
        {
            "adopted_on": "2026-03-18",
            "effective_on": "2026-05-01",
            "consultation": {"from": "2026-01-05", "to": "2026-02-10", "received": 46},
            "assembly": {"name": "第二届会员大会", "date": "2026-03-18", "for": 99},
            "sanctions": {"warning": "第四十条"},
        },
    )

    assert document.note == "（2026年3月18日第二届会员大会通过，自2026年5月1日起施行）"
    said = dict(document.after[0].facts)
    assert said["征求意见"] == "2026年1月5日至2026年2月10日，收到意见46条。"
    assert said["惩戒措施"] == "警告（第四十条）"


def test_a_title_and_note_that_the_text_repeats_are_printed_once() -> None:
    document = dressed(
        "convention",
        {},
        Block("title", text="餐饮行业"),
        Block("title", text="自律规约"),
        Block("paragraph", text="（2026年3月18日会员大会审议通过）"),
        Block("article", "第一条", "为了……"),
    )

    assert document.note == "（2026年3月18日会员大会审议通过）"
    assert [block.type for block in document.blocks] == ["article"]


def test_a_text_that_begins_otherwise_is_kept_whole() -> None:
    body = (
        Block("paragraph", text="餐饮行业是民生行业。"),
        Block("paragraph", text="为此约定如下："),
    )

    assert dressed("convention", {}, *body).blocks == body


def test_a_pledge_says_its_promises_in_order_with_the_fee_table() -> None:
    document = dressed("pledge", PLEDGE)

    headings = [block.text for block in document.blocks if block.type == "heading"]
    assert headings[:4] == ["服务内容", "服务方式", "服务对象", "收费标准"]
    assert len(headings) == 10
    assert any(block.type == "table" for block in document.blocks)
    assert document.signature[0] == "濮阳市华龙区餐饮行业协会"


def test_a_standard_without_text_prints_what_is_essential() -> None:
    document = dressed("standard", {"name": "餐饮服务规范", "essentials": "规定了服务要求。"})

    assert document.title == "餐饮服务规范"
    assert "规定了服务要求。" in words(document)


@given(
    name=st.sampled_from(["张三丰", "濮阳市大龙餐饮有限公司", "老孟饭店"]),
    text=st.text(alphabet="会员违反规约，经查实。", max_size=30),
)
def test_a_member_who_must_not_be_named_is_nowhere_named(name: str, text: str) -> None:
    fields = {
        "case_kind": "sanction",
        "member_name": name,
        "may_name_member": False,
        "facts": f"{text}{name}{text}",
        "handling": name,
    }
    document = dressed(
        "case", fields, Block("paragraph", text=f"对{name}的处理"), Block("table", rows=((name,),))
    )

    assert name not in words(document)
    assert masked(name) in words(document)


def test_a_member_who_may_be_named_is_named() -> None:
    fields = {"member_name": "老孟饭店", "may_name_member": True, "facts": "老孟饭店守信。"}

    assert "老孟饭店" in words(dressed("case", fields))


def test_fields_of_a_draft_may_all_be_missing() -> None:
    for material in ("convention", "ethics_code", "standard", "pledge", "case"):
        assert json.dumps(words(dressed(material, {})))
