"""The document as plain text (文本形式): what people paste, and what they correct in place.

One line is one block. 第X章, 第X节, 第X条, 一、, （一）, 1. and so on are recognised by themselves.
What cannot be seen from the words is said by a mark at the start of the line:

    # 某某协会自律规约        title (标题)
    ## 收费标准               heading without, or against, its number (小标题)
    - （一）警告              item, where it would be taken for a heading (分项)
    > 第三条所说的……          plain paragraph, where it would be taken for something else (普通段落)
    ## > 4 号文件             after another mark: what follows has no number
    〔注〕 文字               footnote of the line above
    〔图：<digest>〕 说明     image
    〔表〕 说明               table; its rows follow as | 甲 | 乙 |

In a row `<` continues the cell to the left and `^` the cell above (merged cells), `⏎` is a line
break inside a cell, and `\\` takes the meaning from the sign behind it. `to_text` writes marks only
where they are needed, and `parse(to_text(blocks))` gives the same blocks again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from filings.documents.blocks import Block
from filings.documents.contents import find_paper_lines, is_contents_line, is_page_number
from filings.documents.numbers import head
from filings.documents.outline import (
    HEADING,
    ITEM,
    PARAGRAPH,
    PLAIN_HEADING,
    PLAIN_ITEM,
    TITLE,
    Line,
    Outline,
    Place,
    assemble,
    classify,
    joins_article,
    tidy,
)
from filings.documents.tables import grid_to_rows, rows_to_grid

_MARK = re.compile(r"\s*(##?|＃＃?|[->＞])(?=\s|$)\s*")
_HINTS = {
    "#": TITLE,
    "＃": TITLE,
    "##": HEADING,
    "＃＃": HEADING,
    "-": ITEM,
    ">": PARAGRAPH,
    "＞": PARAGRAPH,
}
_MARKS = {"title": "#", "heading": "##", "item": "-", "paragraph": ">"}
_UNNUMBERED = {HEADING: PLAIN_HEADING, ITEM: PLAIN_ITEM}
_PLAIN_MARK = re.compile(r"[>＞](?=\s|$)\s*")
_NOTE = re.compile(r"\s*〔注〕\s*")
_IMAGE = re.compile(r"\s*〔图[:：]\s*([0-9a-f]{64})〕\s*")
_TABLE = re.compile(r"\s*〔表〕\s*")
_ROW = re.compile(r"\s*[|｜]")


def parse(text: str, *, whole: bool = True) -> Outline:
    """Blocks from pasted or corrected text.

    `whole` is False for a part of a document, such as one article: no title is looked for.
    Contents tables and page numbers are dropped, and that is said in a warning.
    """
    lines = text.splitlines()
    paper = find_paper_lines(lines)
    kept = [line for index, line in enumerate(lines) if index not in paper]
    outline = assemble(_lines(kept), whole=whole)
    return Outline(
        outline.blocks,
        [*outline.warnings, *paper.warnings],
        [*outline.dropped, *paper.dropped],
    )


def _lines(raw: Sequence[str]) -> Iterator[Line]:
    """Lines with their marks read; tables and images ready made; notes with their owner."""
    waiting: Line | None = None
    index = 0
    while index < len(raw):
        if waiting is not None and (note := _NOTE.match(raw[index])):
            notes = (*waiting.notes, raw[index][note.end() :])
            waiting = Line(waiting.text, waiting.hint, notes, waiting.block)
            index += 1
            continue
        end = _end_of_table(raw, index)
        line = _table(raw[index:end]) if end > index else _line(raw[index])
        index = max(end, index + 1)
        if not line.text.strip() and line.block is None:
            continue
        if waiting is not None:
            yield _with_notes(waiting)
        waiting = line
    if waiting is not None:
        yield _with_notes(waiting)


def _with_notes(line: Line) -> Line:
    if line.block is None or not line.notes:
        return line
    notes = tuple(filter(None, map(tidy, line.notes)))
    block = line.block
    return Line(
        block=Block(
            block.type,
            text=block.text,
            rows=block.rows,
            spans=block.spans,
            image=block.image,
            notes=notes,
        )
    )


def _line(raw: str) -> Line:
    if image := _IMAGE.match(raw):
        return Line(block=Block("image", text=tidy(raw[image.end() :]), image=image[1]))
    if mark := _MARK.match(raw):
        rest = raw[mark.end() :]
        hint = _HINTS[mark[1]]
        if hint in _UNNUMBERED and (plain := _PLAIN_MARK.match(rest)):
            return Line(rest[plain.end() :], hint=_UNNUMBERED[hint])
        return Line(rest, hint=hint)
    return Line(raw)


def _end_of_table(raw: Sequence[str], start: int) -> int:
    end = start + 1 if _TABLE.match(raw[start]) else start
    rows = end
    while rows < len(raw) and _ROW.match(raw[rows]):
        rows += 1
    return rows if rows > end else start


def _table(raw: Sequence[str]) -> Line:
    title = _TABLE.match(raw[0])
    rows, spans = rows_to_grid(raw[1:] if title else raw)
    caption = tidy(raw[0][title.end() :]) if title else ""
    return Line(block=Block("table", text=caption, rows=rows, spans=spans))


def to_text(blocks: Iterable[Block], *, whole: bool = True) -> str:
    """The blocks as text that `parse` reads back into the same blocks."""
    written: list[str] = []
    place = Place(at_start=whole)
    for block in blocks:
        written.extend(_written(block, place))
        written.extend(f"〔注〕 {note}" for note in block.notes)
        place = place.after(block)
    return "\n".join(written) + "\n" if written else ""


def _written(block: Block, place: Place) -> list[str]:
    if block.type == "table":
        return [f"〔表〕 {block.text}".rstrip(), *grid_to_rows(block.rows, block.spans)]
    if block.type == "image":
        return [f"〔图：{block.image}〕 {block.text}".rstrip()]
    plain = f"{block.number}{_gap(block)}{block.text}".strip() if block.number else block.text
    if block.type not in _MARKS or _reads_back(plain, block, place):
        return [plain]
    unnumbered = block.type in ("heading", "item") and not block.number
    return [f"{_MARKS[block.type]} {'> ' if unnumbered and _looks_marked(plain) else ''}{plain}"]


def _looks_marked(plain: str) -> bool:
    return head(plain) is not None or _PLAIN_MARK.match(plain) is not None


def _gap(block: Block) -> str:
    if block.type in ("chapter", "section", "article"):
        return "　"
    return "" if block.number[-1] in "、）)" else " "


def _reads_back(plain: str, block: Block, place: Place) -> bool:
    special = (_MARK, _NOTE, _IMAGE, _TABLE, _ROW)
    if any(pattern.match(plain) for pattern in special):
        return False
    if is_page_number(plain) or is_contents_line(plain):
        return False
    line = Line(plain)
    read = classify(line, place)
    return (
        read is not None
        and (read.type, read.number, read.text) == (block.type, block.number, block.text)
        and not joins_article(read, line, place)
    )
