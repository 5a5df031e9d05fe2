"""The block (段落块): the unit every document is read into, edited, compared and printed as.

A document is a flat list of blocks in reading order. Everything that speaks of a place in a
document – a remark, a finding, a difference, a public address, a printed page – names the
block's anchor, so that all of them mean the same 第十二条.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from filings.documents.numbers import ordinal

TYPES = (
    "title",  # 标题
    "chapter",  # 第X章
    "section",  # 第X节
    "article",  # 第X条, with its first paragraph
    "heading",  # 一、/（一） in a document without 条, or an unnumbered heading
    "item",  # （一）/1./（1） under an article or a paragraph
    "paragraph",
    "table",
    "image",
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-sized piece of a document.

    `number` is as printed ("第十二条", "（一）", "1."), `text` never repeats it. For a table `text`
    is the caption, `rows` the full grid (covered cells are "") and `spans` the merged cells as
    (row, column, rowspan, colspan). For an image `image` is the SHA-256 of its bytes and `text`
    its caption. `notes` are the footnotes (脚注) that belong to the block.
    """

    type: str
    number: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    spans: tuple[tuple[int, int, int, int], ...] = ()
    image: str = ""
    notes: tuple[str, ...] = ()


def to_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as plain JSON values; empty fields are left out, `type` never."""
    written: list[dict[str, Any]] = []
    for block in blocks:
        entry: dict[str, Any] = {"type": block.type}
        if block.number:
            entry["number"] = block.number
        if block.text:
            entry["text"] = block.text
        if block.rows:
            entry["rows"] = [list(row) for row in block.rows]
        if block.spans:
            entry["spans"] = [list(span) for span in block.spans]
        if block.image:
            entry["image"] = block.image
        if block.notes:
            entry["notes"] = list(block.notes)
        written.append(entry)
    return written


def from_json(entries: Iterable[dict[str, Any]]) -> list[Block]:
    """The blocks `to_json` wrote. Raises ValueError for a type that is no block type."""
    blocks = []
    for entry in entries:
        if entry.get("type") not in TYPES:
            raise ValueError(f"not a block type: {entry.get('type')!r}")
        blocks.append(
            Block(
                type=entry["type"],
                number=str(entry.get("number", "")),
                text=str(entry.get("text", "")),
                rows=tuple(tuple(str(cell) for cell in row) for row in entry.get("rows", ())),
                spans=tuple(_span(span) for span in entry.get("spans", ())),
                image=str(entry.get("image", "")),
                notes=tuple(str(note) for note in entry.get("notes", ())),
            )
        )
    return blocks


def _span(values: Sequence[Any]) -> tuple[int, int, int, int]:
    row, column, rowspan, colspan = (int(value) for value in values)
    return row, column, rowspan, colspan


def anchors(blocks: Sequence[Block]) -> list[str]:
    """The stable, unique anchor of each block, in order.

    "t1" first title · "c3" chapter 3 · "c3s1" its section 1 · "a12" 第十二条 · "a12-2" the second
    block that follows inside 第十二条 · "a12z1" 第十二条之一 · "h2" second heading · "p7" seventh
    block outside any article. A number that occurs twice (a mistake the filer is told of) gets
    "x2", "x3" … behind it.
    """
    names: list[str] = []
    seen: Counter[str] = Counter()
    chapter = article = ""
    outside = headings = titles = inside = 0
    for block in blocks:
        match block.type:
            case "chapter":
                name = chapter = _numbered("c", block.number)
                article = ""
            case "section":
                name, article = chapter + _numbered("s", block.number), ""
            case "article":
                name = _numbered("a", block.number)
                inside = 0
            case "title":
                titles += 1
                name, chapter, article = f"t{titles}", "", ""
            case "heading":
                headings += 1
                name, article = f"h{headings}", ""
            case _ if article:
                inside += 1
                name = f"{article}-{inside}"
            case _:
                outside += 1
                name = f"p{outside}"
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name}x{seen[name]}"
        if block.type == "article":
            article = name
        names.append(name)
    return names


def _numbered(letter: str, number: str) -> str:
    value, inserted = ordinal(number)
    name = f"{letter}{value if value is not None else 0}"
    return f"{name}z{inserted}" if inserted is not None else name


def article(blocks: Sequence[Block], anchor: str) -> list[Block]:
    """The block with this anchor and, if it is an article, all that belongs to it. [] if absent."""
    names = anchors(blocks)
    if anchor not in names:
        return []
    start = names.index(anchor)
    return list(blocks[start : _end(names, start)])


def replace_article(
    blocks: Sequence[Block], anchor: str, replacement: Sequence[Block]
) -> list[Block]:
    """The document with one article (or other block) replaced. Raises KeyError if it is absent."""
    names = anchors(blocks)
    if anchor not in names:
        raise KeyError(anchor)
    start = names.index(anchor)
    return [*blocks[:start], *replacement, *blocks[_end(names, start) :]]


def _end(names: Sequence[str], start: int) -> int:
    prefix = f"{names[start]}-"
    end = start + 1
    while end < len(names) and names[end].startswith(prefix):
        end += 1
    return end


def summary(blocks: Iterable[Block]) -> str:
    """What was read, in one clause: “读到 8 章 46 条，2 个表格”."""
    count = Counter(block.type for block in blocks)
    if not count:
        return "没有读到文字"
    main = [
        f"{count[kind]} {unit}"
        for kind, unit in (("chapter", "章"), ("article", "条"))
        if count[kind]
    ]
    if not count["article"]:
        if count["heading"]:
            main.append(f"{count['heading']} 个小标题")
        paragraphs = count["paragraph"] + count["item"]
        if paragraphs:
            main.append(f"{paragraphs} 段")
        if not main and count["title"]:
            main.append(f"{count['title']} 行标题")
    extra = [
        f"{count[kind]} {unit}"
        for kind, unit in (("table", "个表格"), ("image", "张图片"))
        if count[kind]
    ]
    return "读到 " + "，".join(filter(None, [" ".join(main), *extra]))


def plain_text(blocks: Iterable[Block]) -> str:
    """All the words of the document, a line a block, for search, screening and likeness."""
    lines: list[str] = []
    for block in blocks:
        gap = "　" if block.type in ("chapter", "section", "article") and block.text else ""
        line = f"{block.number}{gap}{block.text}"
        if line:
            lines.append(line)
        lines.extend("\t".join(_one_line(cell) for cell in row) for row in block.rows)
        lines.extend(block.notes)
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)
