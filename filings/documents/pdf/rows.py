"""Rows of text on a page: words that stand on one line, columns in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from filings.documents.pdf.words import Page, Word


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text in one column, cut into segments where wide gaps are."""

    page: int
    segments: tuple[tuple[Word, ...], ...]
    column: tuple[float, float]  # left and right edge of the text column

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.segments for word in segment)

    @property
    def left(self) -> float:
        return self.segments[0][0].left

    @property
    def right(self) -> float:
        return self.segments[-1][-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float | None:
        """The size of the type; None where there is no Chinese to measure it by."""
        measured = [word for word in self.words if word.is_wide]
        return max(measured, key=lambda word: len(word.text)).size if measured else None

    @property
    def text(self) -> str:
        return spaced(self.words)


def spaced(words: Iterable[Word]) -> str:
    """The words of a line with the blanks that stand between them."""
    text, before = "", None
    for word in words:
        if before is not None:
            gap = (word.left - before.right) / max(word.size, before.size, 1)
            latin = before.text[-1].isascii() or word.text[0].isascii()
            text += (" " if latin else "　" if gap >= 0.5 else "") if gap > 0.12 else ""
        text += word.text
        before = word
    return text


def rows_of(page: Page, size: float) -> list[Row]:
    """The rows of a page in reading order; columns are read one after the other."""
    lines = _lines(page.words, size)
    if not lines:
        return []
    gutter = _gutter(lines, page, size)
    if gutter is None:
        edges = (min(w.left for w in page.words), max(w.right for w in page.words))
        return [_row(page, line, edges, size) for line in lines]
    rows: list[Row] = []
    left: list[list[Word]] = []
    right: list[list[Word]] = []
    halves = _halves(lines, gutter)
    edges_left, edges_right, edges_all = _edges(halves)
    for before, behind, across in halves:
        if across:
            rows += [_row(page, line, edges_left, size) for line in left]
            rows += [_row(page, line, edges_right, size) for line in right]
            rows.append(_row(page, across, edges_all, size))
            left, right = [], []
        else:
            left += [before] if before else []
            right += [behind] if behind else []
    rows += [_row(page, line, edges_left, size) for line in left]
    rows += [_row(page, line, edges_right, size) for line in right]
    return rows


def _lines(words: list[Word], size: float) -> list[list[Word]]:
    """Words grouped by the height they stand at, each group from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom) / 2):
        middle = (word.top + word.bottom) / 2
        if lines:
            last = lines[-1][-1]
            if abs(middle - (last.top + last.bottom) / 2) < size * 0.45:
                lines[-1].append(word)
                continue
        lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _row(page: Page, line: list[Word], edges: tuple[float, float], size: float) -> Row:
    segments: list[list[Word]] = [[line[0]]]
    for before, word in pairwise(line):
        if word.left - before.right > size * 1.6:
            segments.append([])
        segments[-1].append(word)
    return Row(page.number, tuple(tuple(segment) for segment in segments), edges)


def _gutter(lines: list[list[Word]], page: Page, size: float) -> float | None:
    """The middle of the white strip between two columns of running text, if there is one."""
    if len(lines) < 8:
        return None
    best: tuple[int, float] | None = None
    step = max(size / 2, 2.0)
    at = page.width * 0.35
    while at < page.width * 0.65:
        crossing = sum(1 for line in lines if any(w.left < at < w.right for w in line))
        if best is None or crossing < best[0]:
            best = (crossing, at)
        at += step
    if best is None or best[0] > len(lines) * 0.3:
        return None
    gutter = best[1]
    sides = [
        [line for line in lines if any(w.right <= gutter for w in line)],
        [line for line in lines if any(w.left >= gutter for w in line)],
    ]
    for side, is_left in zip(sides, (True, False), strict=True):
        spans = [
            [w for w in line if (w.right <= gutter) == is_left]
            for line in side
            if not any(w.left < gutter < w.right for w in line)
        ]
        widths = sorted(line[-1].right - line[0].left for line in spans if line)
        column = gutter - min(w.left for line in lines for w in line)
        if len(widths) < 5 or widths[len(widths) // 2] < column * 0.7:
            return None  # short cells of a table, not running text
    return gutter


def _halves(
    lines: list[list[Word]], gutter: float
) -> list[tuple[list[Word], list[Word], list[Word]]]:
    halves: list[tuple[list[Word], list[Word], list[Word]]] = []
    for line in lines:
        if any(word.left < gutter < word.right for word in line):
            halves.append(([], [], line))
        else:
            left = [word for word in line if word.right <= gutter]
            halves.append((left, [word for word in line if word.left >= gutter], []))
    return halves


def _edges(
    halves: list[tuple[list[Word], list[Word], list[Word]]],
) -> tuple[tuple[float, float], ...]:
    found = []
    for part in range(3):
        words = [word for half in halves for word in half[part]] or [
            word for half in halves for piece in half for word in piece
        ]
        found.append((min(w.left for w in words), max(w.right for w in words)))
    return tuple(found)
