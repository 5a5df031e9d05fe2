"""What is compared as a whole (比较单位): an article with all that belongs to it, a heading, a
paragraph, a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from filings.documents.blocks import Block

Key = tuple[object, ...]

_INSIDE = frozenset({"item", "paragraph", "table", "image"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks that belong together, and where they start in their document."""

    start: int
    blocks: tuple[Block, ...]
    key: Key

    @property
    def kind(self) -> str:
        """The type of the first block; items and paragraphs outside articles are alike."""
        kind = self.blocks[0].type
        return "paragraph" if kind == "item" else kind

    @property
    def text(self) -> str:
        """All words, without numbers."""
        lines: list[str] = []
        for block in self.blocks:
            lines.append(block.text)
            lines.extend(cell for row in block.rows for cell in row)
        return "\n".join(lines)


def units(blocks: Sequence[Block]) -> list[Unit]:
    """The document cut into units. Numbers are no part of a unit's key."""
    found: list[Unit] = []
    start = 0
    in_article = False
    for index, block in enumerate(blocks):
        if in_article and block.type in _INSIDE:
            continue
        if index:
            found.append(_unit(blocks, start, index))
        start, in_article = index, block.type == "article"
    if blocks:
        found.append(_unit(blocks, start, len(blocks)))
    return found


def _unit(blocks: Sequence[Block], start: int, end: int) -> Unit:
    members = tuple(blocks[start:end])
    key: list[object] = []
    for block in members:
        key += (block.type, block.text)
        if block.rows or block.image or block.notes:
            key += (block.rows, block.spans, block.image, block.notes)
    return Unit(start, members, tuple(key))
