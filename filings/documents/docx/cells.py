"""Tables of a Word document (表格): read into a grid; a table of one cell is only a frame."""

import re
from collections.abc import Iterator

from lxml import etree

from filings.documents.blocks import Block
from filings.documents.docx.context import Context, ReadBlocks
from filings.documents.docx.grid import Cell, Row, grid
from filings.documents.outline import Line, tidy
from filings.inspection.markup import local

_CAPTION = re.compile(
    r"表\s*[0-9一二三四五六七八九十]{1,3}(?:[-.－—][0-9]{1,2})?[\s：:、.．　]*\S{0,40}"
)


def read_table(
    table: etree._Element, lines: list[Line], context: Context, read_blocks: ReadBlocks
) -> None:
    """Appends the table as one line with a block, then the pictures that stand in it."""
    name = context.parts.names
    rows = [row for row in _members(table, name.tr) if not _was_deleted(row, context)]
    cells = [list(_members(row, name.tc)) for row in rows]
    if len(cells) == 1 and len(cells[0]) == 1:
        read_blocks(cells[0][0], lines)
        return
    pictures: list[Line] = []
    notes: list[str] = []
    read: list[Row] = []
    for row, members in zip(rows, cells, strict=True):
        before, after = _left_empty(row, context)
        read.append(
            Row([_cell(tc, pictures, notes, context, read_blocks) for tc in members], before, after)
        )
    texts, spans = grid(read)
    if any(text for line in texts for text in line):
        caption = ""
        if lines and lines[-1].block is None and _CAPTION.fullmatch(tidy(lines[-1].text)):
            before_table = lines.pop()
            caption = tidy(before_table.text)
            notes[:0] = before_table.notes
        block = Block("table", text=caption, rows=texts, spans=spans, notes=tuple(notes))
        lines.append(Line(block=block))
    lines.extend(pictures)


def _members(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those wrapped in content controls or revisions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif local(child.tag) in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _members(child, tag)


def _was_deleted(row: etree._Element, context: Context) -> bool:
    name = context.parts.names
    properties = row.find(name.trPr)
    if properties is None or properties.find(getattr(name, "del")) is None:
        return False
    context.losses.deleted += 1
    context.losses.drop(context.words.skip(row))
    return True


def _left_empty(row: etree._Element, context: Context) -> tuple[int, int]:
    name = context.parts.names
    found = []
    for tag in (name.gridBefore, name.gridAfter):
        entry = row.find(f"{name.trPr}/{tag}")
        found.append(_count(entry.get(name.val)) if entry is not None else 0)
    return found[0], found[1]


def _cell(
    tc: etree._Element,
    pictures: list[Line],
    notes: list[str],
    context: Context,
    read_blocks: ReadBlocks,
) -> Cell:
    name = context.parts.names
    width, continues = 1, False
    for entry in tc.iterfind(f"{name.tcPr}/*"):
        if entry.tag == name.gridSpan:
            width = max(1, _count(entry.get(name.val)))
        elif entry.tag == name.vMerge:
            continues = entry.get(name.val) != "restart"
    inside: list[Line] = []
    read_blocks(tc, inside)
    texts = []
    for line in inside:
        notes.extend(line.notes)
        if line.block is None:
            texts.append(tidy(f"{line.number} {line.text}"))
        elif line.block.type == "image":
            pictures.append(line)
        else:  # a table inside the cell
            notes.extend(line.block.notes)
            texts.append(line.block.text)
            texts.extend(" ".join(filter(None, row)).replace("\n", " ") for row in line.block.rows)
    return Cell("\n".join(filter(None, texts)), width, continues)


def _count(text: str | None) -> int:
    return min(int(text), 200) if text and text.isdigit() else 0
