"""Word files (DOCX) as three kinds of office people make them.

``styled``: Word with heading styles, header and page number. ``plain``: as WPS saves what is
typed straight in, two full-width blanks before every paragraph and no styles. ``automatic``: the
chapter, article and item numbers come from automatic numbering and are nowhere in the text.
"""

import io
from collections.abc import Sequence
from enum import Enum
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from filings.documents.blocks import Block

_FANG, _HEI, _KAI, _SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
_LEVELS = {"chapter": 0, "article": 1, "item": 2}
_CHINESE = "chineseCountingThousand"


class Maker(Enum):
    """Who made the file."""

    STYLED = "styled"
    PLAIN = "plain"
    AUTOMATIC = "automatic"


def word_file(
    blocks: Sequence[Block],
    maker: Maker,
    *,
    header: str = "",
    wide: Block | None = None,
) -> bytes:
    """``blocks`` as a DOCX. ``wide`` is a table that comes last on a landscape page."""
    document = Document()
    _page(document)
    if maker is not Maker.PLAIN:
        _styles(document)
        _header_and_number(document, header)
    numbering = _numbering(document) if maker is Maker.AUTOMATIC else 0
    for block in blocks:
        if block.type == "table":
            _table(document, block)
        elif maker is Maker.PLAIN:
            _plain(document, block)
        else:
            _styled(document, block, numbering)
    if wide is not None:
        _landscape(document, wide)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)


def _styles(document: Any) -> None:
    for name, face, size, centred in (
        ("Normal", _FANG, 16, False),
        ("Title", _SONG, 22, True),
        ("Heading 1", _HEI, 16, True),
        ("Heading 2", _KAI, 16, True),
        ("Heading 3", _HEI, 16, False),
    ):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.bold = False
        style.font.color.rgb = None
        _face(style.element.get_or_add_rPr(), face)
        style.paragraph_format.line_spacing = Pt(29)
        if centred:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    body = document.styles.add_style("公文正文", WD_STYLE_TYPE.PARAGRAPH)
    body.base_style = document.styles["Normal"]
    body.paragraph_format.first_line_indent = Pt(32)


def _face(properties: Any, face: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), "Times New Roman")


def _header_and_number(document: Any, header: str) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ")
    run = foot.add_run()
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)
    foot.add_run(" —")


def _styled(document: Any, block: Block, numbering: int) -> None:
    style = {
        "title": "Title",
        "chapter": "Heading 1",
        "section": "Heading 2",
        "heading": "Heading 3",
    }.get(block.type, "公文正文")
    level = _LEVELS.get(block.type)
    if numbering and level is not None and block.number.startswith(("第", "（")):
        _number(document.add_paragraph(block.text, style=style), numbering, level)
        return
    gap = "　" if block.number.startswith("第") else " " if block.number[:1].isdigit() else ""
    document.add_paragraph(f"{block.number}{gap}{block.text}", style=style)


def _plain(document: Any, block: Block) -> None:
    """Everything by hand: faces on the runs, blanks for indents and between letters."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(28)
    face, size, text = _FANG, 16, f"　　{block.number}{block.text}"
    if block.type == "title":
        face, size, text = _SONG, 22, block.text
    elif block.type in ("chapter", "section"):
        name = "　".join(block.text) if len(block.text) <= 3 else block.text
        face, text = _HEI, f"{block.number}　{name}"
    elif block.type == "article":
        text = f"　　{block.number}　{block.text}"
    elif block.type == "heading":
        face = _HEI
    if block.number[:1].isdigit():
        text = f"　　{block.number}　{block.text}"
    if not text.startswith("　　"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    _face(run._r.get_or_add_rPr(), face)


def _number(paragraph: Paragraph, numbering: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbering


def _numbering(document: Any) -> int:
    """第N章 and 第N条 (which runs on through the chapters), （N） within an article."""
    root = document.part.numbering_part.numbering_definitions._numbering
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_CHINESE}"/>'
        f'{restart}<w:suff w:val="{gap}"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        "</w:lvl>"
        for level, shown, restart, gap in (
            (0, "第%1章", "", "space"),
            (1, "第%2条", '<w:lvlRestart w:val="0"/>', "space"),
            (2, "（%3）", "", "nothing"),
        )
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, abstract)
    return int(root.add_num(90).numId)


def _table(document: Any, block: Block) -> None:
    if block.text:
        caption = document.add_paragraph(block.text)
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
    for cells, row in zip(table.rows, block.rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(12)
    for top, left, rowspan, colspan in block.spans:
        first = table.cell(top, left)
        text = first.text
        merged = first.merge(table.cell(top + rowspan - 1, left + colspan - 1))
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        merged.paragraphs[0].text = text
    document.add_paragraph()


def _landscape(document: Any, table: Block) -> None:
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    _table(document, table)
