"""行业标准: its particulars first, then the full text, or what is essential of it."""

from collections.abc import Mapping
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from filings.presentation import Section, sections

from ..entries import Document

_TEXT = "主要内容"


def dress_standard(
    association: str, title: str, fields: Mapping[str, Any], blocks: tuple[Block, ...]
) -> Document:
    """通知 三 3: standards already made and standards in preparation, each with its stage."""
    particulars = tuple(
        Section(
            section.title,
            facts=tuple(fact for fact in section.facts if fact[0] not in (_TEXT, "标准名称")),
        )
        for section in sections(Material.STANDARD, fields)
    )
    number = str(fields.get("number") or "").strip()
    essentials = str(fields.get("essentials") or "").strip()
    if not blocks and essentials:
        blocks = (
            Block("heading", text=_TEXT),
            *(Block("paragraph", text=line) for line in essentials.splitlines() if line.strip()),
        )
    return Document(
        title=str(fields.get("name") or title), note=number, lead=particulars, blocks=blocks
    )
