"""Changed tables (表格差异): rows and columns that came or went, and the words of each cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from filings.documents.diff.words import ADDED, REMOVED, SAME, Segment, segments
from filings.documents.tables import Rows

CHANGED = "changed"

Pair = tuple[int | None, int | None]  # (place in the old, place in the new)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that stayed, changed, went or came, with its words."""

    kind: str
    words: tuple[Segment, ...]


def compared(old: Rows, new: Rows) -> tuple[tuple[Cell, ...], ...]:
    """Every cell of either table. A row or column of only one of them is there once."""
    columns = _aligned(_columns(old), _columns(new))
    return tuple(
        tuple(_cell(_at(old, row[0], column[0]), _at(new, row[1], column[1])) for column in columns)
        for row in _aligned(old, new)
    )


def _columns(rows: Rows) -> Rows:
    return tuple(zip(*rows, strict=True))


def _at(rows: Rows, row: int | None, column: int | None) -> str | None:
    return None if row is None or column is None else rows[row][column]


def _cell(old: str | None, new: str | None) -> Cell:
    if old is None:
        return Cell(ADDED, segments("", new or ""))
    if new is None:
        return Cell(REMOVED, segments(old, ""))
    return Cell(SAME if old == new else CHANGED, segments(old, new))


def _aligned(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> list[Pair]:
    """Lines of cells that belong together, in order; those of one side only have None."""
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal" or a2 - a1 == b2 - b1:
            pairs += zip(range(a1, a2), range(b1, b2), strict=True)
        else:
            pairs += _by_likeness(old, new, range(a1, a2), range(b1, b2))
    return pairs


def _by_likeness(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], a: range, b: range
) -> list[Pair]:
    """Within a changed stretch, lines that share most cells are the same line, in order."""
    pairs: list[Pair] = []
    start = a.start
    for at in b:
        best = max(range(start, a.stop), key=lambda i: _shared(old[i], new[at]), default=None)
        if best is not None and _shared(old[best], new[at]) * 2 >= len(set(old[best])):
            pairs += [(i, None) for i in range(start, best)]
            pairs.append((best, at))
            start = best + 1
        else:
            pairs.append((None, at))
    return pairs + [(i, None) for i in range(start, a.stop)]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    return len(set(old) & set(new))
