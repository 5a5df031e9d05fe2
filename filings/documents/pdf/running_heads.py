"""Running heads and page numbers (页眉页脚): lines that repeat at the edge of pages."""

import re
from collections import Counter, defaultdict

from filings.documents.contents import is_page_number
from filings.documents.pdf.rows import Row

_EDGE = 0.12  # of the page height
_SAME_HEIGHT = 6  # points
_SENTENCE_END = tuple("。；：，！？")
_BARE_NUMBER = re.compile(r"\s*[—\-–·.(（\[]*\s*\d{1,4}\s*(?:[/／]\s*\d{1,4})?\s*[—\-–·.)）\]]*\s*")


def running_heads(rows: list[Row], heights: dict[int, float]) -> set[Row]:
    """The rows to drop: page numbers at the edges, and lines that most pages repeat there."""
    edges: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        height = heights[row.page]
        if row.bottom < height * _EDGE or row.top > height * (1 - _EDGE):
            edges[row.page].append(row)
    repeated = Counter(key for page in edges.values() for key in {_key(row) for row in page})
    needed = max(3, len(heights) * 0.4)
    return {
        row
        for page in edges.values()
        for row in page
        if is_page_number(row.text)
        or _BARE_NUMBER.fullmatch(row.text)
        or (repeated[_key(row)] >= needed and not row.text.endswith(_SENTENCE_END))
    }


def _key(row: Row) -> tuple[str, int]:
    """The same line on another page stands at the same height and differs by numbers only."""
    return re.sub(r"\d+", "#", row.text), round(row.top / _SAME_HEIGHT)
