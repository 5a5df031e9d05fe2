"""The door to PDFs: the text layer as lines, or the reason why there is none."""

import subprocess
from pathlib import Path

from filings.documents.outline import Line
from filings.documents.pdf.paragraphs import paragraphs
from filings.documents.pdf.rows import Row, rows_of
from filings.documents.pdf.running_heads import running_heads
from filings.documents.pdf.tables import table_block, table_end
from filings.documents.pdf.text_layer import (
    UNREADABLE,
    is_unreadable,
    why_no_text,
    why_not_opened,
)
from filings.documents.pdf.words import NoTool, Page, body_size, pages_of
from filings.documents.source import Source
from filings.inspection.refusals import Unacceptable

_FEWEST_CHARACTERS = 5  # a page: less is a stray mark


def read_pdf(path: Path) -> Source:
    """Reads the text layer of a PDF.

    Without one, no lines come back and the warning says what kind of file it is. Raises
    Unacceptable for a file that cannot be opened.
    """
    try:
        pages = pages_of(path)
    except NoTool:
        return Source([], ["这台服务器没有安装读取 PDF 文字的工具，请补充 Word 文本"])
    except subprocess.CalledProcessError:
        raise Unacceptable(why_not_opened(path)) from None
    text = "".join(word.text for page in pages for word in page.words)
    if len(text) < _FEWEST_CHARACTERS * max(1, min(len(pages), 20)):
        return Source([], [why_no_text(path)], [text] if text else [])
    if is_unreadable(text):
        return Source([], [UNREADABLE], [text])
    return _read(pages)


def _read(pages: list[Page]) -> Source:
    size = body_size(pages)
    rows = [row for page in pages for row in rows_of(page, size)]
    heads = running_heads(rows, {page.number: page.height for page in pages})
    kept = [row for row in rows if row not in heads]
    warnings = []
    if heads:
        warnings.append(f"页眉、页脚和页码（{len(heads)} 行）没有读入正文")
    empty = [str(page.number) for page in pages if not page.words]
    if empty:
        warnings.append(f"第 {'、'.join(empty)} 页没有文字，可能是扫描页或空白页，请核对")
    lines, tables = _lines(kept, size)
    if tables:
        warnings.append(f"表格（{tables} 个）是按版面位置推断的，请核对")
    return Source(lines, warnings, [row.text for row in rows if row in heads])


def _lines(rows: list[Row], size: float) -> tuple[list[Line], int]:
    lines: list[Line] = []
    waiting: list[Row] = []
    at = tables = 0
    while at < len(rows):
        end = table_end(rows, at, size)
        if end == at:
            waiting.append(rows[at])
            at += 1
            continue
        lines += paragraphs(waiting, size)
        lines.append(Line(block=table_block(rows[at:end])))
        waiting, at, tables = [], end, tables + 1
    return lines + paragraphs(waiting, size), tables
