"""Tables in PDFs (表格): rows whose cells stand under each other."""

from collections.abc import Sequence

from filings.documents.blocks import Block
from filings.documents.pdf.rows import Row, spaced
from filings.documents.pdf.words import Word

Span = tuple[float, float]


def table_end(rows: Sequence[Row], start: int, size: float) -> int:
    """The end of the table that begins at `start`; `start` itself when none does.

    A table begins with two rows of at least two cells each that stand under each other. Lines
    that continue a cell belong to it; a line across the columns ends it.
    """
    if len(rows[start].segments) < 2:
        return start
    columns = [_span(segment) for segment in rows[start].segments]
    end, full = start + 1, 1
    while end < len(rows) and rows[end].page == rows[start].page:
        row = rows[end]
        if row.top - rows[end - 1].bottom > size * 2.5:
            break
        places = [_places(_span(segment), columns) for segment in row.segments]
        if any(len(place) > 1 for place in places):
            break
        if len(row.segments) >= 2:
            full += 1
            columns = _widened(columns, row, places)
        elif not places[0] or _is_text_line(row, size):
            break
        end += 1
    return end if full >= 2 else start


def table_block(rows: Sequence[Row]) -> Block:
    """The table of these rows."""
    columns: list[Span] = []
    for row in rows:
        columns = _widened(
            columns, row, [_places(_span(segment), columns) for segment in row.segments]
        )
    texts: list[list[str]] = []
    for row in rows:
        cells = [""] * len(columns)
        for segment in row.segments:
            at = _places(_span(segment), columns)[0]
            cells[at] += spaced(segment)
        if len(row.segments) == 1 and texts and not cells[0]:
            texts[-1] = [a + b for a, b in zip(texts[-1], cells, strict=True)]
        else:
            texts.append(cells)
    return Block("table", rows=tuple(tuple(cells) for cells in texts))


def _span(segment: Sequence[Word]) -> Span:
    return segment[0].left, segment[-1].right


def _places(span: Span, columns: Sequence[Span]) -> list[int]:
    return [at for at, (left, right) in enumerate(columns) if span[0] < right and left < span[1]]


def _widened(columns: Sequence[Span], row: Row, places: list[list[int]]) -> list[Span]:
    """The columns with this row's cells, and with a column for a cell that stands in none."""
    wider = list(columns)
    for segment, place in zip(row.segments, places, strict=True):
        left, right = _span(segment)
        if place:
            wider[place[0]] = (min(wider[place[0]][0], left), max(wider[place[0]][1], right))
        else:
            wider.append((left, right))
    return sorted(wider)


def _is_text_line(row: Row, size: float) -> bool:
    return row.right - row.left > (row.column[1] - row.column[0]) * 0.6 or (
        row.left < row.column[0] + size * 0.5 and row.right - row.left > size * 12
    )
