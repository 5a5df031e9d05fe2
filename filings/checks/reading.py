"""How rules read a revision: its words block by block, its fields by path."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from ..documents import blocks as documents
from ..documents.blocks import Block
from .facts import Facts


def words_of(block: Block) -> str:
    """Everything a block says: text, cells of a table, footnotes."""
    cells = (cell for row in block.rows for cell in row if cell.strip())
    return "\n".join(part for part in (block.text, *cells, *block.notes) if part)


def passages(facts: Facts) -> Iterator[tuple[str, Block, str]]:
    """Anchor, block and words of every block that says something."""
    for anchor, block in zip(documents.anchors(facts.blocks), facts.blocks, strict=True):
        if words := words_of(block):
            yield anchor, block, words


def whole_text(facts: Facts) -> str:
    """All words of the body."""
    return "\n".join(words for _, _, words in passages(facts))


def value_at(fields: Mapping[str, Any], path: str) -> Any:
    """The value at a dotted path, None if there is none."""
    value: Any = fields
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def text_at(fields: Mapping[str, Any], path: str) -> str:
    """The value at a dotted path as text without blanks around it, "" if there is none."""
    value = value_at(fields, path)
    return "" if value is None else str(value).strip()


def rows_at(fields: Mapping[str, Any], path: str) -> list[Mapping[str, Any]]:
    """The rows of the table at a dotted path."""
    rows = value_at(fields, path)
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def shown(day: dt.date) -> str:
    """A day as people write it: 2025年4月3日."""
    return f"{day.year}年{day.month}月{day.day}日"
