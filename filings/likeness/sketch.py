"""A document's fingerprint of fixed size, to find the likest among many without reading them.

A bottom-k sketch: the 256 smallest hashes of all pieces. Two documents share about as large a part
of their smallest hashes as of their pieces (Broder 1997).
"""

import hashlib
import heapq
from collections.abc import Iterable, Sequence

from ..documents.blocks import Block
from .shingles import shingles

SIZE = 256
Sketch = tuple[int, ...]


def sketch(blocks: Iterable[Block]) -> Sketch:
    """The sketch of a document, ascending; fewer than 256 numbers for a short one."""
    pieces: set[str] = set()
    for block in blocks:
        pieces |= shingles(block.text)
        for row in block.rows:
            for cell in row:
                pieces |= shingles(cell)
    return tuple(heapq.nsmallest(SIZE, (_hash(piece) for piece in pieces)))


def estimate(ours: Sequence[int], theirs: Sequence[int]) -> float:
    """The estimated Jaccard likeness (0–1) of the documents behind two sketches."""
    if not ours or not theirs:
        return 0.0
    union = sorted(set(ours) | set(theirs))[:SIZE]
    both = set(ours) & set(theirs)
    return sum(number in both for number in union) / len(union)


def _hash(piece: str) -> int:
    return int.from_bytes(hashlib.blake2b(piece.encode(), digest_size=6).digest(), "big")
