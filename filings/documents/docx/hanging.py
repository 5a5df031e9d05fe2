"""What hangs on a paragraph (浮动内容): pictures, text boxes, WordArt, diagrams and charts."""

import re

from lxml import etree

from filings.documents.blocks import Block
from filings.documents.docx.context import Context, ReadBlocks
from filings.documents.outline import DISPLAYED, Line
from filings.inspection.markup import local, parse

_DESCRIPTION = re.compile(
    r"(?=.*[\u4e00-\u9fff])(?!.*[\\/])(?!.*\.(?:png|jpe?g|bmp|gif)$).{2,80}", re.I
)
_MEANINGLESS = re.compile(r"(?:图片|图像|文本框|矩形|图形|组合|对象|微信图片|截图)[\s_\d]*")


def read_hanging(
    element: etree._Element, lines: list[Line], context: Context, read_blocks: ReadBlocks
) -> None:
    """Appends what is inside a w:drawing, w:pict or w:object, in order."""
    description = ""
    for child in element:
        kind = local(child.tag)
        if kind == "docPr":
            description = _meaning(child.get("descr") or "")
        elif kind == "AlternateContent":
            read_hanging(context.words.chosen(child), lines, context, read_blocks)
        elif kind == "txbxContent":
            read_blocks(child, lines)
        elif kind in ("blip", "imagedata"):
            _read_picture(child, lines, context)
        elif kind == "textpath" and child.get("string"):
            lines.append(Line(child.get("string") or "", DISPLAYED))
        elif kind == "chart":
            context.losses.charts += 1
        elif kind == "relIds":
            _read_diagram(child, lines, context)
        else:
            before = len(lines)
            read_hanging(child, lines, context, read_blocks)
            if description:
                lines[before:] = [_described(line, description) for line in lines[before:]]


def _read_picture(element: etree._Element, lines: list[Line], context: Context) -> None:
    rel = context.parts.names.rel
    relationship = context.parts.relationship(element.get(rel("embed")) or element.get(rel("id")))
    if relationship is None or relationship.external:
        context.losses.linked_pictures += bool(relationship or element.get(rel("link")))
        return
    known, part = context.known_pictures, relationship.target
    if part not in known:
        known[part] = context.pictures.keep(context.parts.content(relationship))
    digest = known[part]
    if digest is None:
        context.losses.drawings += 1
    elif digest:
        lines.append(Line(block=Block("image", image=digest)))


def _read_diagram(element: etree._Element, lines: list[Line], context: Context) -> None:
    """The words of a SmartArt diagram, one line a shape."""
    relationship = context.parts.relationship(element.get(context.parts.names.rel("dm")))
    content = context.parts.content(relationship) if relationship is not None else b""
    if not content:
        return
    for paragraph in parse(content).iter("{*}p"):
        text = "".join(part.text or "" for part in paragraph.iter("{*}t"))
        if text.strip():
            lines.append(Line(text))


def _described(line: Line, description: str) -> Line:
    block = line.block
    if block is None or block.type != "image" or block.text:
        return line
    return Line(block=Block("image", text=description, image=block.image))


def _meaning(description: str) -> str:
    """The alternative text if a person wrote it, not a file name or “图片 1”."""
    description = description.strip()
    if _DESCRIPTION.fullmatch(description) and not _MEANINGLESS.fullmatch(description):
        return description
    return ""
