"""The text of an HTML part (网页片段): paragraphs, list items and tables as lines, nothing else."""

import re
from collections.abc import Iterator

from lxml import etree

from filings.documents.blocks import Block
from filings.documents.outline import BOLD, CENTRED, DISPLAYED, Line, tidy
from filings.inspection.markup import local

_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "hr", "blockquote", "section",
    "article", "ul", "ol", "dl", "dt", "dd", "pre", "center", "body", "html",
}  # fmt: skip
_SILENT = {"script", "style", "head", "title", "template", "noscript"}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_WIDEST, _TALLEST = 100, 1000


def html_lines(html: str) -> list[Line]:
    """The lines a browser would show. Scripts, styles and hidden elements are left out."""
    if not html.strip():
        return []
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(html.encode(), parser)
    if root is None:
        return []
    reader = _HtmlReader()
    reader.read(root, "")
    reader.flush("")
    return reader.lines


class _HtmlReader:
    """Walks the elements; the parser keeps them less than 256 deep."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._text = ""
        self._lists: list[int | None] = []  # the count of each open list; None for bullets

    def read(self, element: etree._Element, hint: str) -> None:
        tag = local(element.tag).lower()
        if tag in _SILENT or _HIDDEN.search(element.get("style") or ""):
            return
        if tag == "table":
            self.flush(hint)
            self._table(element)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.flush(hint)
            hint = _hint(element, tag, hint)
        if tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._text = self._item_number()
        self._text += _collapsed(element.text)
        for child in element:
            self.read(child, hint)
            self._text += _collapsed(child.tail)
        if is_block:
            self.flush(hint)
        if tag in ("ol", "ul"):
            self._lists.pop()

    def flush(self, hint: str) -> None:
        if self._text.strip():
            self.lines.append(Line(self._text, hint))
        self._text = ""

    def _item_number(self) -> str:
        count = self._lists[-1] if self._lists else None
        if count is None:
            return "• "
        self._lists[-1] = count + 1
        return f"{count + 1}. "

    def _table(self, table: etree._Element) -> None:
        texts: dict[tuple[int, int], str] = {}
        spans = []
        for row, tr in enumerate(_rows(table)):
            column = 0
            for td in tr:
                if local(td.tag).lower() not in ("td", "th"):
                    continue
                while (row, column) in texts:
                    column += 1
                right = min(_count(td.get("colspan")), _WIDEST - column)
                down = min(_count(td.get("rowspan")), _TALLEST - row)
                if right < 1 or down < 1:
                    break
                for r in range(row, row + down):
                    for c in range(column, column + right):
                        texts.setdefault((r, c), "")
                texts[row, column] = tidy(" ".join(td.itertext()))
                if (down, right) != (1, 1):
                    spans.append((row, column, down, right))
        if not any(texts.values()):
            return
        height = max(row for row, _ in texts) + 1
        width = max(column for _, column in texts) + 1
        if (height, width) == (1, 1):
            self.lines.append(Line(texts[0, 0]))
            return
        rows = tuple(tuple(texts.get((r, c), "") for c in range(width)) for r in range(height))
        self.lines.append(Line(block=Block("table", rows=rows, spans=tuple(spans))))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if local(child.tag).lower() == "tr":
            yield child
        elif local(child.tag).lower() in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _hint(element: etree._Element, tag: str, outer: str) -> str:
    centred = (
        tag == "center"
        or (element.get("align") or "").lower() == "center"
        or _CENTRED.search(element.get("style") or "") is not None
        or outer in (CENTRED, DISPLAYED)
    )
    heading = re.fullmatch(r"h[1-6]", tag) is not None
    if centred:
        return DISPLAYED if heading else CENTRED
    return BOLD if heading else ""


def _collapsed(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else ""


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() else 1
