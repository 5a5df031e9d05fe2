"""What of a revision the public sees, and therefore what a search may find: nothing else.

Names of people who advised, voted or were disciplined stay inside; a member that does not want to
be named is nowhere named (个人信息保护法, 通知 三 典型案例).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from . import presentation as words
from .documents import blocks as block_rules
from .documents.blocks import Block
from .materials import Material
from .pledge_promises import Promise, promises_of
from .presentation import date

UNNAMED_MEMBER = "某会员"

Fields = Mapping[str, Any]
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """A document as it is published.

    ``facts`` are short particulars, ``promises`` and ``fees`` those of a pledge, ``passages``
    headed texts out of the fields, ``blocks`` the body with an anchor for each.
    """

    title: str
    facts: tuple[Fact, ...] = ()
    promises: tuple[Promise, ...] = ()
    fees: tuple[Mapping[str, Any], ...] = ()
    passages: tuple[Fact, ...] = ()
    blocks: tuple[tuple[str, Block], ...] = ()

    @property
    def text(self) -> str:
        """All words of the document, for search."""
        parts: list[str] = [self.title]
        parts += [f"{term} {value}" for term, value in self.facts]
        parts += [f"{promise.heading} {promise.text}" for promise in self.promises]
        parts += [f"{fee.get('item', '')} {fee.get('basis', '')}" for fee in self.fees]
        parts += [f"{heading}\n{text}" for heading, text in self.passages]
        for _, block in self.blocks:
            parts.append(f"{block.number}{block.text}")
            parts += [" ".join(row) for row in block.rows]
            parts += block.notes
        return "\n".join(part for part in parts if part.strip())


def public_document(
    *, material: str, title: str, fields: Fields, blocks: Sequence[Mapping[str, Any]]
) -> PublicDocument:
    """The public face of a revision's content."""
    body = block_rules.from_json(dict(block) for block in blocks)
    document = PublicDocument(
        title=title,
        facts=tuple(_FACTS[Material(material)](fields)),
        promises=tuple(promises_of(fields)) if material == Material.PLEDGE else (),
        fees=tuple(fields.get("fees") or ()) if material == Material.PLEDGE else (),
        passages=tuple(_passages(material, fields)),
        blocks=tuple(_without_title(zip(block_rules.anchors(body), body, strict=True), title)),
    )
    if material == Material.CASE:
        return _with_member_masked(document, fields)
    return document


def _without_title(blocks: Iterable[tuple[str, Block]], title: str) -> Iterable[tuple[str, Block]]:
    """The body without the title block that only repeats the title above it."""
    for anchor, block in blocks:
        if block.type == "title" and "".join(block.text.split()) == "".join(title.split()):
            continue
        yield anchor, block


def public_title(*, material: str, title: str, fields: Fields) -> str:
    """The title as it stands in public lists."""
    if material != Material.CASE:
        return title
    return _with_member_masked(PublicDocument(title=title), fields).title


def _kept(*facts: tuple[str, Any]) -> list[Fact]:
    return [(term, str(value)) for term, value in facts if value not in (None, "")]


def _convention(fields: Fields) -> list[Fact]:
    consultation = fields.get("consultation") or {}
    experts = fields.get("experts") or {}
    assembly = fields.get("assembly") or {}
    asked = ""
    if consultation.get("from"):
        asked = f"{date(consultation['from'])}至{date(consultation.get('to'))}"
        if consultation.get("audience"):
            asked += f"，面向{consultation['audience']}"
        if consultation.get("received") not in (None, ""):
            asked += f"，收到意见 {consultation['received']} 条"
    advised = date(experts.get("date"))
    if advised and experts.get("members"):
        advised += f"，专家 {len(experts['members'])} 人"
    voted = ""
    if assembly.get("date"):
        voted = f"{date(assembly['date'])}，{assembly.get('name') or '会员大会'}"
        if assembly.get("present"):
            voted += f"，应到 {assembly.get('due')} 人、实到 {assembly['present']} 人"
        if assembly.get("for"):
            voted += f"，赞成 {assembly['for']} 票"
    return _kept(
        ("通过日期", date(fields.get("adopted_on"))),
        ("颁布日期", date(fields.get("promulgated_on"))),
        ("实施日期", date(fields.get("effective_on"))),
        ("适用范围", fields.get("scope")),
        ("征求意见", asked),
        ("专家论证", advised),
        ("大会审议", voted),
        ("惩戒措施", _sanctions(fields)),
    )


def _sanctions(fields: Fields) -> str:
    articles = fields.get("sanctions") or {}
    return "、".join(
        f"{name}（{articles[key]}）" for key, name in words.SANCTIONS.items() if articles.get(key)
    )


def _ethics_code(fields: Fields) -> list[Fact]:
    channels = [str(item.get("channel") or "") for item in fields.get("publicity") or ()]
    return _kept(
        ("通过日期", date(fields.get("adopted_on"))),
        ("实施日期", date(fields.get("effective_on"))),
        ("适用人员", fields.get("staff_groups")),
        ("宣传方式", "、".join(channel for channel in channels if channel)),
    )


def _standard(fields: Fields) -> list[Fact]:
    return _kept(
        ("标准编号", fields.get("number")),
        ("标准名称", fields.get("name")),
        ("标准类别", words.STANDARD_KINDS.get(fields.get("standard_kind", ""))),
        ("规范对象", words.STANDARD_SUBJECTS.get(fields.get("subject", ""))),
        ("本组织的角色", words.STANDARD_ROLES.get(fields.get("role", ""))),
        ("状态", words.STANDARD_STATUSES.get(fields.get("status", ""))),
        ("所处阶段", words.STANDARD_STAGES.get(fields.get("stage", ""))),
        ("计划编号", fields.get("plan_number")),
        ("发布日期", date(fields.get("published_on"))),
        ("实施日期", date(fields.get("effective_on"))),
        ("计划完成日期", date(fields.get("planned_on"))),
        ("起草单位", fields.get("drafters")),
    )


def _pledge(fields: Fields) -> list[Fact]:
    return _kept(
        ("签署", f"已签署，{date(fields['signed_on'])}" if fields.get("signed_on") else ""),
        ("有效期至", date(fields.get("valid_until"))),
        ("监督电话", fields.get("hotline")),
        ("监督邮箱", fields.get("email")),
    )


def _case(fields: Fields) -> list[Fact]:
    return _kept(
        ("案例类型", words.CASE_KINDS.get(fields.get("case_kind", ""))),
        ("惩戒措施", words.SANCTIONS.get(fields.get("sanction", ""))),
        ("依据条款", fields.get("article")),
        ("涉及会员", fields.get("member_name")),
        ("发生日期", date(fields.get("happened_on"))),
    )


_FACTS = {
    Material.CONVENTION: _convention,
    Material.ETHICS_CODE: _ethics_code,
    Material.STANDARD: _standard,
    Material.PLEDGE: _pledge,
    Material.CASE: _case,
}


def _passages(material: str, fields: Fields) -> Iterable[Fact]:
    if material == Material.CASE:
        return _kept(
            ("基本情况", fields.get("facts")),
            ("处理过程", fields.get("handling")),
            ("取得的效果", fields.get("effect")),
        )
    if material == Material.STANDARD:
        return _kept(("主要内容", fields.get("essentials")))
    return ()


def _with_member_masked(document: PublicDocument, fields: Fields) -> PublicDocument:
    """A member that may not be named is masked wherever its name stands; a person always is."""
    name = str(fields.get("member_name") or "").strip()
    if not name:
        return document
    if len(name) <= 4:
        shown = f"{name[0]}某"
    elif fields.get("may_name_member"):
        return document
    else:
        shown = UNNAMED_MEMBER

    def masked(text: str) -> str:
        return text.replace(name, shown)

    return replace(
        document,
        title=masked(document.title),
        facts=tuple((term, masked(value)) for term, value in document.facts),
        passages=tuple((heading, masked(text)) for heading, text in document.passages),
        blocks=tuple((anchor, _masked_block(block, masked)) for anchor, block in document.blocks),
    )


def _masked_block(block: Block, masked: Any) -> Block:
    return replace(
        block,
        text=masked(block.text),
        rows=tuple(tuple(masked(cell) for cell in row) for row in block.rows),
        notes=tuple(masked(note) for note in block.notes),
    )
