"""Contents and indexes: a line of text, dotted leaders, a page number, a link."""

from collections.abc import Sequence
from dataclasses import dataclass

from .hand_setting import BOTTOM, LEFT, RIGHT, TOP, broken, centred, leader
from .typefaces import BOLD, FANG_STACK, KAI_STACK, LIGHT, SANS_STACK, SONG, FontCase, width

TITLE_STACK = (SONG, BOLD, LIGHT)
PITCH = 21.7
SIZE = 12.0


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
class HandSetPage:
    """A page made of operators, with its links."""

    content: bytes
    links: tuple[Link, ...] = ()


def set_listing(case: FontCase, title: str, entries: Sequence[Entry]) -> list[HandSetPage]:
    """Set the listing on as many pages as it takes, its title on the first."""
    pages: list[HandSetPage] = []
    y = TOP - 26
    operators = [centred(case, title, TITLE_STACK, 22, y)]
    links: list[Link] = []
    y -= 40
    for entry in entries:
        lines = lines_of(entry)
        # A heading never stands alone at the foot of a page.
        needed = len(lines) + (1 if entry.page is None else 0)
        if y - needed * PITCH < BOTTOM - PITCH:
            pages.append(HandSetPage(b"\n".join(operators), tuple(links)))
            operators, links, y = [], [], TOP - SIZE
        elif entry.level == 0 and y < TOP - 70:
            y -= 3.5
        written, link, y = set_entry(case, entry, lines, y)
        operators.append(written)
        if link:
            links.append(link)
    pages.append(HandSetPage(b"\n".join(operators), tuple(links)))
    return pages


def lines_of(entry: Entry) -> list[str]:
    """The text of an entry, broken so that leader and number keep their room."""
    room = RIGHT - 4.5 * SIZE - _indent(entry)
    return list(broken(entry.text, _stack(entry), SIZE, room, room - SIZE))


def set_entry(
    case: FontCase, entry: Entry, lines: Sequence[str], y: float
) -> tuple[bytes, Link | None, float]:
    """One entry with its first line at ``y``: operators, link, and where the next line stands."""
    stack, top = _stack(entry), y
    written = []
    for number, line in enumerate(lines):
        x = _indent(entry) + (SIZE if number else 0)
        written.append(case.show(line, stack, SIZE, x, y))
        if entry.page is not None and number == len(lines) - 1:
            written.append(leader(case, SIZE, x + width(line, stack, SIZE), entry.page, y))
        y -= PITCH
    link = None
    if entry.page is not None:
        link = Link((LEFT, y + PITCH - 5, RIGHT, top + SIZE), entry.page)
    return b"\n".join(written), link, y


def _stack(entry: Entry) -> tuple[str, ...]:
    if entry.page is None:
        return KAI_STACK
    return SANS_STACK if entry.level == 0 else FANG_STACK


def _indent(entry: Entry) -> float:
    return LEFT + entry.level * 2 * SIZE
