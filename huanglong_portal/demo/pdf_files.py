"""PDF files with a text layer, as a word processor exports them."""

from collections.abc import Sequence
from html import escape

from filings.documents.blocks import Block
from huanglong_portal.common import pdf

_CSS = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: "— " counter(page) " —"; font: 14pt FandolSong; } }
body { font: 16pt/28.95pt "Liberation Serif", FandolFang, "Noto Serif CJK SC Light"; margin: 0; }
h1 { font: bold 22pt/32pt FandolSong, "Noto Serif CJK SC"; margin: 0 0 29pt;
  text-align: center; }
h2 { font: 16pt/28.95pt "Noto Sans CJK SC Medium"; text-align: center; margin: 14pt 0; }
h3 { font: 16pt/28.95pt "Noto Sans CJK SC Medium"; margin: 0; text-indent: 2em; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.note { text-indent: 0; text-align: center; }
table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 18pt; }
td, th { border: 0.6pt solid; padding: 3pt 5pt; font-weight: normal; }
"""
_TAGS = {"title": "h1", "chapter": "h2", "section": "h2", "heading": "h3"}


def text_pdf(blocks: Sequence[Block]) -> bytes:
    """``blocks`` as a PDF."""
    body = "\n".join(_html(block) for block in blocks)
    return pdf.render(f'<html lang="zh-Hans"><body>{body}</body></html>', css=[_CSS])


def _html(block: Block) -> str:
    if block.type == "table":
        return _table(block)
    tag = _TAGS.get(block.type, "p")
    gap = "　" if block.number.startswith("第") else " " if block.number[:1].isdigit() else ""
    return f"<{tag}>{escape(block.number)}{gap}{escape(block.text)}</{tag}>"


def _table(block: Block) -> str:
    spans = {(row, column): (down, across) for row, column, down, across in block.spans}
    covered = {
        (row + down, column + across)
        for row, column, rowspan, colspan in block.spans
        for down in range(rowspan)
        for across in range(colspan)
        if down or across
    }
    rows = []
    for number, row in enumerate(block.rows):
        cells = []
        for column, text in enumerate(row):
            if (number, column) in covered:
                continue
            down, across = spans.get((number, column), (1, 1))
            cells.append(f'<td rowspan="{down}" colspan="{across}">{escape(text)}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    caption = f'<p class="note">{escape(block.text)}</p>' if block.text else ""
    return f"{caption}<table>{''.join(rows)}</table>"
