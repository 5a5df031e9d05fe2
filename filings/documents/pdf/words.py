"""Words with their places on the page, as pdftotext finds them."""

import html
import re
import statistics
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(
    r"<page width=\"(?P<width>[\d.]+)\" height=\"(?P<height>[\d.]+)\"|"
    r"<word xMin=\"(?P<left>-?[\d.]+)\" yMin=\"(?P<top>-?[\d.]+)\""
    r" xMax=\"(?P<right>-?[\d.]+)\" yMax=\"(?P<bottom>-?[\d.]+)\">(?P<text>.*?)</word>"
)
_WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]{2,}")
_SECONDS = 60


class NoTool(Exception):
    """pdftotext (poppler-utils) is not installed."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a blank; places in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def is_wide(self) -> bool:
        """Whether it is all Chinese, each character a square."""
        return _WIDE.fullmatch(self.text) is not None

    @property
    def size(self) -> float:
        """The width of a Chinese character where the word has some, else a guess by height."""
        if self.is_wide:
            return (self.right - self.left) / len(self.text)
        return (self.bottom - self.top) * 0.75


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its words in the order of the file."""

    number: int
    width: float
    height: float
    words: list[Word]


def pages_of(path: Path) -> list[Page]:
    """Every page with its words. Raises NoTool, or subprocess.SubprocessError when it fails."""
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", "-q", str(path), "-"]
    try:
        found = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except FileNotFoundError:
        raise NoTool from None
    return list(_pages(found.stdout.decode("utf-8", errors="replace")))


def _pages(listing: str) -> Iterator[Page]:
    page: Page | None = None
    number = 0
    for match in _TAG.finditer(listing):
        if match["width"]:
            if page is not None:
                yield page
            number += 1
            page = Page(number, float(match["width"]), float(match["height"]), [])
        elif page is not None and (text := html.unescape(match["text"]).strip()):
            left, top, right, bottom = map(float, match.group("left", "top", "right", "bottom"))
            page.words.append(Word(left, top, right, bottom, text))
    if page is not None:
        yield page


def body_size(pages: list[Page]) -> float:
    """The size of most characters of the document, in points."""
    sizes = [word.size for page in pages for word in page.words for _ in word.text[:40]]
    return statistics.median(sizes) if sizes else 12.0
