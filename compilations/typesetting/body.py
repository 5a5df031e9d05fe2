"""From blocks to lines of the page: classes, joined numbers, measured table columns. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from filings.documents.blocks import Block

_MEASURE = 442.0  # points
_KEPT_LINES = 16  # a row taller than this may break over the page


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a printed table."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    look: str = ""  # "short" centred, "number" right


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    is_long: bool  # may break over the page: it would not fit on one


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready for print: widths in percent, head rows apart so that they repeat."""

    caption: str
    widths: tuple[float, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    is_small: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One block on the page. ``look`` is its CSS class; ``gap`` stands between number and text."""

    kind: str
    look: str
    number: str = ""
    gap: str = ""
    text: str = ""
    notes: tuple[str, ...] = ()
    table: Table | None = None
    image: str = ""


def lines(blocks: Sequence[Block]) -> list[Line]:
    """The page's lines, one a block. What belongs to an article is set inside its indent."""
    made = []
    is_inside = False
    for block in blocks:
        match block.type:
            case "table":
                made.append(
                    Line("table", "table", table=table(block.rows, block.spans, block.text))
                )
            case "image":
                made.append(Line("image", "figure", text=block.text, image=block.image))
            case "title":
                made.append(Line("text", "title-more", text=block.text))
                is_inside = False
            case "article":
                is_inside = True
                made.append(_text(block, "article", "　"))
            case "chapter" | "section":
                is_inside = False
                made.append(_text(block, block.type, "　"))
            case "heading":
                is_inside = False
                look = "heading second" if block.number.startswith(("（", "(")) else "heading"
                made.append(_text(block, look, _gap(block.number) and "　"))
            case _:
                look = f"{block.type} inside" if is_inside else block.type
                made.append(_text(block, look, _gap(block.number)))
    return made


def _text(block: Block, look: str, gap: str) -> Line:
    shown_gap = gap if block.number and block.text else ""
    return Line("text", look, block.number, shown_gap, block.text, block.notes)


def _gap(number: str) -> str:
    """A number that ends in a full-width mark brings its own blank; 1. and a) need one."""
    return "" if not number or number.endswith(("）", "、", "．")) else " "


def table(
    rows: Sequence[Sequence[str]],
    spans: Sequence[tuple[int, int, int, int]] = (),
    caption: str = "",
    head_rows: int = 1,
) -> Table:
    """Measure the columns by what is in them; the first row (with its spans) is the head."""
    if not rows:
        return Table(caption, (), (), (), False)
    columns = max(len(row) for row in rows)
    spanned = {(row, column): (down, across) for row, column, down, across in spans}
    for (row, _column), (down, _across) in spanned.items():
        if row < head_rows:
            head_rows = max(head_rows, row + down)
    covered = {
        (row + y, column + x)
        for (row, column), (down, across) in spanned.items()
        for y in range(down)
        for x in range(across)
        if (y, x) != (0, 0)
    }
    widths = _widths(rows, columns, spanned)
    characters = [width / 100 * _MEASURE / 12 for width in widths]  # that fit a line of each
    looks = _looks(rows, columns)
    made = [
        _row(row, number, columns, spanned, covered, characters, looks)
        for number, row in enumerate(rows)
    ]
    if head_rows >= len(rows):
        head_rows = 0
    return Table(caption, widths, tuple(made[:head_rows]), tuple(made[head_rows:]), columns > 5)


def _row(
    row: Sequence[str],
    number: int,
    columns: int,
    spanned: dict[tuple[int, int], tuple[int, int]],
    covered: set[tuple[int, int]],
    characters: list[float],
    looks: list[str],
) -> Row:
    cells, tallest = [], 1
    for column, (raw, _) in enumerate(zip_longest(row, range(columns), fillvalue="")):
        if (number, column) in covered:
            continue
        down, across = spanned.get((number, column), (1, 1))
        text = str(raw)
        room = sum(characters[column : column + across]) or 1
        height = sum(max(1, ceil(_width(line) / room)) for line in text.split("\n"))
        tallest = max(tallest, height)
        cells.append(Cell(text, down, across, looks[column]))
    return Row(tuple(cells), tallest > _KEPT_LINES)


def _looks(rows: Sequence[Sequence[str]], columns: int) -> list[str]:
    """How each column stands: "number" right, "short" centred, else justified."""
    looks = []
    for column in range(columns):
        cells = [str(row[column]).strip() for row in rows[1:] if column < len(row)]
        filled = [cell for cell in cells if cell]
        if filled and all(_is_figure(cell) for cell in filled):
            looks.append("number" if max(map(len, filled)) > 3 else "short")
        else:
            looks.append("short" if filled and max(map(len, filled)) <= 8 else "")
    return looks


def _is_figure(text: str) -> bool:
    bare = text.replace(",", "").rstrip("%％元人票条页份家")
    return bare.replace(".", "", 1).isdigit()


def _widths(
    rows: Sequence[Sequence[str]],
    columns: int,
    spanned: dict[tuple[int, int], tuple[int, int]],
) -> tuple[float, ...]:
    longest = [2.0] * columns
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if spanned.get((number, column), (1, 1))[1] == 1:
                widest_line = max((_width(line) for line in str(text).split("\n")), default=0)
                longest[column] = max(longest[column], min(widest_line, 60.0))
    wide = _MEASURE / (10.5 if columns > 5 else 12)  # squares in the measure
    natural = [length + 1.2 for length in longest]
    if sum(natural) <= wide:
        return _percent(natural)
    # Columns of short words keep their width, for they cannot break; the long ones share the rest.
    short = [width if width <= 11.5 else 0.0 for width in natural]
    if sum(short) > wide * 0.66:
        short = [width if width <= 7.5 else 0.0 for width in natural]
    if sum(short) > wide * 0.66:
        short = [0.0] * columns
    rest = wide - sum(short)
    weights = [0.0 if short[at] else 8 + (natural[at] - 8) * 0.45 for at in range(columns)]
    total = sum(weights) or 1
    return _percent([short[at] or rest * weights[at] / total for at in range(columns)])


def _percent(widths: Sequence[float]) -> tuple[float, ...]:
    total = sum(widths)
    return tuple(round(width / total * 100, 2) for width in widths)


def _width(text: str) -> float:
    """In full-width squares."""
    return sum(
        (0.7 if character.isupper() else 0.52) if character.isascii() else 1.0 for character in text
    )
