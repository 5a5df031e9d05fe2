"""Each material in its own dress: what stands before, under and behind the text, one file each."""

from collections.abc import Mapping, Sequence
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material

from ..entries import Document
from .case import dress_case
from .convention import dress_convention
from .ethics_code import dress_ethics_code
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
    return _DRESS[Material(material)](association, title, fields, _without_own_title(title, blocks))


def _without_own_title(title: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Leave out leading title lines that only repeat the title set above them."""
    start = 0
    joined = ""
    while start < len(blocks) and blocks[start].type == "title":
        joined += "".join(blocks[start].text.split())
        start += 1
        if joined == "".join(title.split()):
            return tuple(blocks[start:])
    return tuple(blocks)
