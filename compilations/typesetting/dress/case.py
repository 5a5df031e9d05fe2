"""典型案例: kind and measure first, then facts, handling, effect; members masked where asked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from filings.presentation import Section, sections
from huanglong_portal.common.numerals import to_chinese

from ..entries import Document

_STORY = {"facts": "基本事实", "handling": "处理经过", "effect": "效果"}
_NOT_PRINTED = {"可否公开会员名称", "会员名称", *_STORY.values()}
_FIRMS = (
    "公司",
    "厂",
    "店",
    "中心",
    "酒",
    "馆",
    "社",
    "行",
    "部",
    "站",
    "园",
    "学校",
    "集团",
    "会",
)


def dress_case(
    association: str, title: str, fields: Mapping[str, Any], blocks: tuple[Block, ...]
) -> Document:
    """通知 三 5. A member is named only where the filer says it may be (个人信息保护法 25)."""
    member = str(fields.get("member_name") or "").strip()
    shown_name = member if not is_masked(fields) else masked(member)
    facts = [
        fact
        for section in sections(Material.CASE, fields)
        for fact in section.facts
        if fact[0] not in _NOT_PRINTED and not fact[0].startswith("可否")
    ]
    if shown_name:
        facts.append(("涉及会员", shown_name))
    body: list[Block] = []
    for key, heading in _STORY.items():
        lines = [line.strip() for line in str(fields.get(key) or "").splitlines() if line.strip()]
        if lines and blocks:  # the text tells it at length: here it is the summary
            facts.append((heading, "\n".join(lines)))
        elif lines:
            number = f"{to_chinese(sum(b.type == 'heading' for b in body) + 1)}、"
            body.append(Block("heading", number=number, text=heading))
            body += [Block("paragraph", text=line) for line in lines]
    whole = (*body, *blocks)
    if member and shown_name != member:
        title = title.replace(member, shown_name)
        facts = [(term, value.replace(member, shown_name)) for term, value in facts]
        whole = tuple(_masked_block(block, member, shown_name) for block in whole)
    return Document(
        title=title, lead=(Section("案例信息", facts=tuple(facts)),) if facts else (), blocks=whole
    )


def is_masked(fields: Mapping[str, Any]) -> bool:
    """Whether the member of a case must not be named; its attached pages then stay out too."""
    return bool(fields.get("member_name")) and not fields.get("may_name_member")


def masked(name: str) -> str:
    """A member's name made unrecognisable: 张某 for a person, 某会员单位 for a firm."""
    if not name:
        return ""
    if len(name) <= 4 and not any(word in name for word in _FIRMS):
        return f"{name[0]}某"
    return "某会员单位"


def _masked_block(block: Block, name: str, shown: str) -> Block:
    return replace(
        block,
        text=block.text.replace(name, shown),
        rows=tuple(tuple(cell.replace(name, shown) for cell in row) for row in block.rows),
        notes=tuple(note.replace(name, shown) for note in block.notes),
    )
