"""Tables (表格): rows and cells with merges become a full grid."""

from dataclasses import dataclass, field

from filings.documents.tables import Rows, Spans


@dataclass(slots=True)
class Cell:
    """One w:tc: its text, how many columns it takes, and whether it continues the cell above."""

    text: str
    width: int = 1
    continues: bool = False


@dataclass(slots=True)
class Row:
    """One w:tr: its cells, and the columns it leaves empty before and behind them."""

    cells: list[Cell] = field(default_factory=list)
    before: int = 0
    after: int = 0


_WIDEST = 200


def grid(rows: list[Row]) -> tuple[Rows, Spans]:
    """The full grid of texts (covered cells are "") and the merged cells."""
    widths = [row.before + sum(cell.width for cell in row.cells) + row.after for row in rows]
    width = min(max(widths, default=0), _WIDEST)
    if not width:
        return (), ()
    texts = [[""] * width for _ in rows]
    origins: list[list[tuple[int, int]]] = [
        [(r, c) for c in range(width)] for r in range(len(rows))
    ]
    for r, row in enumerate(rows):
        column = row.before
        for cell in row.cells:
            end = min(column + cell.width, width)
            if column >= end:
                texts[r][-1] = "\n".join(filter(None, [texts[r][-1], cell.text]))
                continue
            origin = (r, column)
            if cell.continues and r and _is_left_edge(origins, r - 1, column, end):
                origin = origins[r - 1][column]
            origins[r][column:end] = [origin] * (end - column)
            at = origin if cell.text else (r, column)
            texts[at[0]][at[1]] = "\n".join(filter(None, [texts[at[0]][at[1]], cell.text]))
            column = end
    return tuple(tuple(line) for line in texts), _spans(origins)


def _is_left_edge(origins: list[list[tuple[int, int]]], row: int, column: int, end: int) -> bool:
    """Whether the cell above covers exactly these columns."""
    above = origins[row][column]
    covered = [c for c, origin in enumerate(origins[row]) if origin == above]
    return covered == list(range(column, end))


def _spans(origins: list[list[tuple[int, int]]]) -> Spans:
    areas: dict[tuple[int, int], tuple[int, int]] = {}
    for r, line in enumerate(origins):
        for c, origin in enumerate(line):
            areas[origin] = (r - origin[0] + 1, c - origin[1] + 1)
    return tuple((*origin, *size) for origin, size in sorted(areas.items()) if size != (1, 1))
