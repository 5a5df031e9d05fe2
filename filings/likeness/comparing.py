"""Two documents compared article by article."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..documents import blocks as documents
from ..documents.blocks import Block
from .shingles import overlap, shingles

ALIKE_FROM = 0.6
_SHORTEST = 12  # pieces; shorter passages (“本规约自公布之日起施行。”) are everybody's


@dataclass(frozen=True, slots=True)
class Match:
    """One passage of ours, the likest of theirs, and how alike they are (0–1)."""

    anchor: str
    other_anchor: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of our document is like theirs.

    ``share`` is the part of our words that stand in passages alike to theirs (0–1).
    """

    share: float
    matches: tuple[Match, ...]


def compare(ours: Sequence[Block], theirs: Sequence[Block]) -> Likeness:
    """Match every article of ours with the likest of theirs; order does not matter.

    Passages below ``ALIKE_FROM`` and passages too short to tell are not matches.
    """
    their_passages = _passages(theirs)
    holders: dict[str, list[int]] = defaultdict(list)
    for place, (_, pieces) in enumerate(their_passages):
        for piece in pieces:
            holders[piece].append(place)
    matches: list[Match] = []
    alike = counted = 0
    for anchor, pieces in _passages(ours):
        counted += len(pieces)
        shared: dict[int, int] = defaultdict(int)
        for piece in pieces:
            for place in holders.get(piece, ()):
                shared[place] += 1
        if not shared:
            continue
        likest = max(shared, key=lambda place: (shared[place], -place))
        other_anchor, other_pieces = their_passages[likest]
        likeness = overlap(pieces, other_pieces)
        if likeness >= ALIKE_FROM:
            alike += len(pieces)
            matches.append(Match(anchor, other_anchor, round(likeness, 3)))
    return Likeness(round(alike / counted, 3) if counted else 0.0, tuple(matches))


def _passages(blocks: Sequence[Block]) -> list[tuple[str, frozenset[str]]]:
    """Anchor and pieces of every article with all that belongs to it, and of what stands alone."""
    gathered: list[tuple[str, list[str]]] = []
    for anchor, block in zip(documents.anchors(blocks), blocks, strict=True):
        words = [block.text, *(cell for row in block.rows for cell in row)]
        if block.type in ("title", "chapter", "section"):
            continue
        if gathered and anchor.startswith(f"{gathered[-1][0]}-"):
            gathered[-1][1].extend(words)
        else:
            gathered.append((anchor, words))
    passages = [(anchor, shingles("".join(words))) for anchor, words in gathered]
    return [(anchor, pieces) for anchor, pieces in passages if len(pieces) >= _SHORTEST]
