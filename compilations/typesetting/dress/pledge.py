"""诚信承诺书: numbered promises, the fee table, then who signed and how to complain."""

from collections.abc import Mapping
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from filings.pledge_promises import promises_of
from filings.presentation import Section, date, sections
from huanglong_portal.common.numerals import to_chinese

from ..entries import Document

_NUMERIC = "收费标准"


def dress_pledge(
    association: str, title: str, fields: Mapping[str, Any], blocks: tuple[Block, ...]
) -> Document:
    """通知 一（四）2: 服务内容、服务方式、服务对象、收费标准 and the six “不”, in this order."""
    shown = {section.title: section for section in sections(Material.PLEDGE, fields)}
    body: list[Block] = [
        Block("paragraph", text=f"{association}现就诚信自律向社会公开承诺如下，请社会各界监督。")
    ]
    for promise in promises_of(fields):
        body.append(
            Block("heading", number=f"{to_chinese(promise.number)}、", text=promise.heading)
        )
        body += [Block("paragraph", text=line) for line in promise.text.splitlines() if line]
        if promise.key == "fees" and _NUMERIC in shown:
            fees = shown[_NUMERIC]
            body.append(Block("table", rows=(fees.columns, *fees.rows)))
    signing = [
        fact
        for section in sections(Material.PLEDGE, fields)
        if section.title == "签署"
        for fact in section.facts
        if fact[0] not in ("签署人", "签署日期")
    ]
    return Document(
        title=title,
        blocks=(*body, *blocks),
        after=(Section("监督与有效期", facts=tuple(signing)),) if signing else (),
        signature=tuple(
            line
            for line in (
                association,
                f"签署人：{fields['signatory']}" if fields.get("signatory") else "",
                date(fields.get("signed_on")),
            )
            if line
        ),
    )
