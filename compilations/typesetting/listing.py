"""Contents and indexes: a line of text, dotted leaders, a page number; set without a detour.

Hundreds of lines that differ only in their words: they are written as page operators straight
away, which takes a fraction of the time that a document takes to lay out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .typefaces import FANG_STACK, KAI_STACK, SANS_STACK, SONG, BOLD, LIGHT, FontCase, width

_MM = 72 / 25.4
LEFT, RIGHT = 28 * _MM, 184 * _MM
TOP, BOTTOM = (297 - 37) * _MM, 35 * _MM
_PITCH = 21.7
_SIZE = 12.0
_TITLE_STACK = (SONG, BOLD, LIGHT)
_NO_START = "，。、；：！？）》〉」』】〕”’"
_DOT = 5.0  # distance of the dots of a leader, which stand below each other on all lines


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a listing. ``level`` 0 is a chapter, 1 a document; no page: a heading."""

    text: str
    page: int | None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle of the page that leads to a printed page."""

    rectangle: tuple[float, float, float, float]
    page: int


@dataclass(frozen=True, slots=True)
class ListingPage:
    content: bytes
    links: tuple[Link, ...]


def set_listing(case: FontCase, title: str, entries: Sequence[Entry]) -> list[ListingPage]:
    """Set the listing on as many pages as it takes, its title on the first."""
    pages: list[ListingPage] = []
    operators: list[bytes] = []
    links: list[Link] = []
    y = TOP - 26
    middle = (LEFT + RIGHT - width(title, _TITLE_STACK, 22)) / 2
    operators.append(case.show(title, _TITLE_STACK, 22, middle, y))
    y -= 40
    for entry in entries:
        lines = list(_lines(entry))
        needed = len(lines) * _PITCH + (_PITCH if entry.page is None else 0)
        if y - needed < BOTTOM:
            pages.append(ListingPage(b"\n".join(operators), tuple(links)))
            operators, links, y = [], [], TOP - _SIZE
        if entry.level == 0 and y < TOP - 40:
            y -= 3.5
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            operators.append(_line(case, entry, line, y, number > 0, is_last))
            y -= _PITCH
        if entry.page is not None:
            top = y + len(lines) * _PITCH + _SIZE
            links.append(Link((LEFT, y + _PITCH - 5, RIGHT, top), entry.page))
    pages.append(ListingPage(b"\n".join(operators), tuple(links)))
    return pages


def _stack(entry: Entry) -> tuple[str, ...]:
    if entry.page is None:
        return KAI_STACK
    return SANS_STACK if entry.level == 0 else FANG_STACK


def _indent(entry: Entry) -> float:
    return LEFT + entry.level * 2 * _SIZE


def _lines(entry: Entry) -> Iterator[str]:
    """The text broken so that number and leader keep their room at the right."""
    stack, room = _stack(entry), RIGHT - 5 * _SIZE - _indent(entry)
    line, filled = "", 0.0
    for character in entry.text:
        advance = width(character, stack, _SIZE)
        if filled + advance > room and character not in _NO_START:
            yield line
            line, filled, room = "", 0.0, RIGHT - 6 * _SIZE - _indent(entry)
        line += character
        filled += advance
    yield line


def _line(
    case: FontCase, entry: Entry, line: str, y: float, is_continued: bool, is_last: bool
) -> bytes:
    x = _indent(entry) + (_SIZE if is_continued else 0)
    written = [case.show(line, _stack(entry), _SIZE, x, y)]
    if is_last and entry.page is not None:
        number = str(entry.page)
        start = RIGHT - width(number, FANG_STACK, _SIZE)
        written.append(case.show(number, FANG_STACK, _SIZE, start, y))
        gap = start - 4 - (x + width(line, _stack(entry), _SIZE) + 4)
        dots = int(gap / _DOT)
        if dots > 2:
            first = RIGHT - 5 - (int((RIGHT - 5 - start + 4) / _DOT) + dots) * _DOT
            spacing = _DOT - width(".", FANG_STACK, _SIZE)
            written.append(b"%.3f Tc" % spacing)
            written.append(case.show("." * dots, FANG_STACK, _SIZE, first, y))
            written.append(b"0 Tc")
    return b"\n".join(written)
