"""职业道德准则: adoption under the title, staff, discipline and publicity behind the text."""

from collections.abc import Mapping
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from filings.presentation import Section, sections

from ..entries import Document
from .convention import adoption_note

_UNDER_TITLE = {"通过日期", "施行日期"}


def dress_ethics_code(
    association: str, title: str, fields: Mapping[str, Any], blocks: tuple[Block, ...]
) -> Document:
    """通知 一（二）: to whom it applies, how it was made known, how breaches are dealt with."""
    records = [
        Section(
            section.title if section.columns else "适用与执行",
            facts=tuple(fact for fact in section.facts if fact[0] not in _UNDER_TITLE),
            columns=section.columns,
            rows=section.rows,
        )
        for section in sections(Material.ETHICS_CODE, fields)
    ]
    return Document(
        title=title,
        note=adoption_note(fields),
        blocks=blocks,
        after=tuple(record for record in records if record.facts or record.rows),
    )
