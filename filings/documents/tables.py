"""Tables as rows of text (表格的文本形式): | 甲 | 乙 |, with merged cells and line breaks."""

import re
from collections.abc import Iterable, Iterator, Sequence

Rows = tuple[tuple[str, ...], ...]
Spans = tuple[tuple[int, int, int, int], ...]

_LEFT, _ABOVE, _BREAK = "<", "^", "⏎"
_ESCAPED = re.compile(r"([\\|｜⏎])")


def grid_to_rows(rows: Rows, spans: Spans) -> list[str]:
    """One line a row. A covered cell is written “<” or, below the first row, “^”."""
    covered = dict(_covered(spans))
    return [
        "| "
        + " | ".join(
            covered.get((row, column)) or _escape(cell) for column, cell in enumerate(cells)
        )
        + " |"
        for row, cells in enumerate(rows)
    ]


def _covered(spans: Spans) -> Iterator[tuple[tuple[int, int], str]]:
    for row, column, rowspan, colspan in spans:
        for down in range(rowspan):
            for right in range(colspan):
                if right:
                    yield (row + down, column + right), _LEFT
                elif down:
                    yield (row + down, column), _ABOVE


def _escape(cell: str) -> str:
    if cell in (_LEFT, _ABOVE):
        return f"\\{cell}"
    return _ESCAPED.sub(r"\\\1", cell).replace("\n", _BREAK)


def rows_to_grid(lines: Iterable[str]) -> tuple[Rows, Spans]:
    """The grid and its merged cells from lines as written by `grid_to_rows`.

    Rows that are too short are filled up with empty cells, so that the grid is always full.
    """
    raw = [_cells(line) for line in lines]
    width = max(map(len, raw))
    for cells in raw:
        cells.extend("" for _ in range(width - len(cells)))
    spans = tuple(_spans(raw))
    covered = dict(_covered(spans))
    return (
        tuple(
            tuple(
                "" if (row, column) in covered else _unescape(cell)
                for column, cell in enumerate(cells)
            )
            for row, cells in enumerate(raw)
        ),
        spans,
    )


def _cells(line: str) -> list[str]:
    cells, cell, escaped = [], "", False
    for character in line.strip()[1:]:
        if not escaped and character in "|｜":
            cells.append(cell.strip())
            cell = ""
            continue
        escaped = character == "\\" and not escaped
        cell += character
    if cell.strip():
        cells.append(cell.strip())
    return cells or [""]


def _unescape(cell: str) -> str:
    lines = re.sub(r"\\(.)|⏎", lambda match: match[1] or "\n", cell).split("\n")
    return "\n".join(line.strip() for line in lines)


def _spans(raw: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int, int]]:
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(raw):
        for column, cell in enumerate(cells):
            if (row, column) in taken or cell in (_LEFT, _ABOVE):
                continue
            right = column + 1
            while right < len(cells) and cells[right] == _LEFT:
                right += 1
            down = row + 1
            while down < len(raw) and _continues(raw[down], column, right):
                down += 1
            if (down - row, right - column) != (1, 1):
                yield row, column, down - row, right - column
                taken.update((r, c) for r in range(row, down) for c in range(column, right))


def _continues(cells: Sequence[str], column: int, right: int) -> bool:
    return cells[column] == _ABOVE and all(cell == _LEFT for cell in cells[column + 1 : right])
