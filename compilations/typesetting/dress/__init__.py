"""Each material in its own dress: what stands before, under and behind the text, one file each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material

from ..entries import Document
from .case import dress_case
from .convention import dress_convention
from .ethics_code import dress_ethics_code
from .leading import split_leading
from .pledge import dress_pledge
from .standard import dress_standard

_DRESS = {
    Material.CONVENTION: dress_convention,
    Material.ETHICS_CODE: dress_ethics_code,
    Material.STANDARD: dress_standard,
    Material.PLEDGE: dress_pledge,
    Material.CASE: dress_case,
}


def dress(
    material: str,
    *,
    association: str,
    title: str,
    fields: Mapping[str, Any],
    blocks: Sequence[Block],
) -> Document:
    """The document of one material as it is printed, still without pictures and attached pages."""
    printed_title = str(fields.get("name") or title) if material == Material.STANDARD else title
    note, body = split_leading(printed_title, str(fields.get("number") or ""), blocks)
    document = _DRESS[Material(material)](association, title, fields, body)
    return replace(document, note=note) if note else document
