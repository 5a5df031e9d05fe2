"""From rows to paragraphs (断行合段): which line goes on where the one before it ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from filings.documents.numbers import head
from filings.documents.outline import CENTRED, DISPLAYED, Line
from filings.documents.pdf.rows import Row

_SENTENCE_END = tuple("。；：！？;!?:…”』）)")
_LARGER, _MUCH_LARGER = 1.15, 1.3
_SHORT = 1.7  # characters that a full line may stay short of the right edge
_INDENT = 1.5


@dataclass(frozen=True, slots=True)
class _Edges:
    left: float
    right: float


def paragraphs(rows: Sequence[Row], size: float) -> list[Line]:
    """One line for each paragraph, with a hint where it is set like a title or heading."""
    edges = _text_edges(rows, size)
    lines: list[Line] = []
    last: Row | None = None
    for row in rows:
        hint = _hint(row, edges[row.page, row.column], size)
        if last is not None and lines and _goes_on(last, row, edges, size) and not hint:
            lines[-1] = Line(_joined(lines[-1].text, row.text), lines[-1].hint)
        else:
            lines.append(Line(row.text, hint))
        last = None if hint else row
    return lines


def _text_edges(rows: Sequence[Row], size: float) -> dict[tuple[int, tuple[float, float]], _Edges]:
    """The edges the text of each page and column keeps to."""
    columns: dict[tuple[int, tuple[float, float]], list[Row]] = {}
    for row in rows:
        columns.setdefault((row.page, row.column), []).append(row)
    widest = max((row.right - row.left for row in rows), default=0.0)
    edges = {}
    for key, members in columns.items():
        left = min(row.left for row in members)
        right = max(row.right for row in members)
        if len(columns) > 1 and right - left < widest * 0.8 and len(members) < 4:
            right = left + widest  # too little text on the page to show its edge
        edges[key] = _Edges(left, right)
    return edges


def _hint(row: Row, edges: _Edges, size: float) -> str:
    middle = (edges.left + edges.right) / 2
    off_middle = abs((row.left + row.right) / 2 - middle)
    both_short = row.left > edges.left + 2 * size and row.right < edges.right - 2 * size
    if both_short and off_middle < size:
        return DISPLAYED if (row.size or 0) > size * _LARGER else CENTRED
    return DISPLAYED if (row.size or 0) > size * _MUCH_LARGER else ""


def _goes_on(
    last: Row, row: Row, edges: dict[tuple[int, tuple[float, float]], _Edges], size: float
) -> bool:
    edge = edges[last.page, last.column]
    if last.right < edge.right - _SHORT * size:
        return False
    if row.size and last.size and abs(row.size - last.size) > size * 0.12:
        return False
    same_column = (row.page, row.column) == (last.page, last.column)
    if same_column and row.top - last.bottom > size * 1.6:
        return False
    ended = last.text.rstrip().endswith(_SENTENCE_END)
    indented = row.left > edges[row.page, row.column].left + _INDENT * size
    if head(row.text) is not None:
        return not (indented or ended)
    return not (indented and ended)


def _joined(before: str, behind: str) -> str:
    latin = before[-1:].isascii() and behind[:1].isascii() and before[-1:].isalnum()
    return f"{before} {behind}" if latin and behind[:1].isalnum() else before + behind
