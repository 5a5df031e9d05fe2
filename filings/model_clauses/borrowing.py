"""Where a text has borrowed model clauses: shown beside the article, so that borrowing is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..documents import blocks as documents
from ..documents.blocks import Block
from ..likeness.shingles import shingles
from .clause import ModelClause
from .library import ALL

_BORROWED_FROM = 0.6


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A block that repeats a model clause, and how much of the clause stands in it (0–1)."""

    anchor: str
    clause: ModelClause
    share: float


def borrowed(blocks: Sequence[Block]) -> list[Borrowing]:
    """The borrowings of a document in reading order, for each block the clause it repeats most."""
    models = [(clause, shingles(clause.text)) for clause in ALL]
    found: list[Borrowing] = []
    for anchor, block in zip(documents.anchors(blocks), blocks, strict=True):
        pieces = shingles(block.text)
        if not pieces:
            continue
        clause, share = max(
            ((clause, len(pieces & model) / len(model)) for clause, model in models),
            key=lambda candidate: candidate[1],
        )
        if share >= _BORROWED_FROM:
            found.append(Borrowing(anchor, clause, round(share, 3)))
    return found


def marks(blocks: Sequence[Block]) -> dict[str, list[str]]:
    """Anchor → the words that stand beside an article that repeats a model clause."""
    return {
        one.anchor: [f"与写法示例“{one.clause.topic}”有 {one.share:.0%} 相同"]
        for one in borrowed(blocks)
    }
