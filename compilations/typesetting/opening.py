"""The page that opens the chapter of one organisation: name, particulars, what follows, QR code."""

from collections.abc import Sequence

from huanglong_portal.common.glyphs import printable

from .entries import Opening
from .hand_setting import BOTTOM, LEFT, MM, RIGHT, TOP, broken, centred, qr_code, rule
from .listing import PITCH, TITLE_STACK, Entry, HandSetPage, Link, lines_of, set_entry
from .sheets import only_printable
from .typefaces import FANG_STACK, KAI_STACK, FontCase

_SEAL = b".639 .125 .094 RG"
_TERM = 9.4  # squares that the widest term takes
_CODE = 22 * MM
_SIZES = (14.0, 12.0, 10.5, 9.0, 8.0, 7.0)


def set_opening(case: FontCase, opening: Opening, documents: Sequence[Entry]) -> HandSetPage:
    """One page, whatever it has to hold: long particulars are set smaller, never cut.

    ``documents`` are named, with their pages, when the chapter has more than one.
    """
    name = _plain(opening.association)
    size = 26.0
    lines = list(broken(name, TITLE_STACK, size, RIGHT - LEFT - 40))
    if len(lines) > 2:
        size = 22.0
        lines = list(broken(name, TITLE_STACK, size, RIGHT - LEFT - 20))
    y = TOP - 40 * MM - size
    operators = []
    for line in lines:
        operators.append(centred(case, line, TITLE_STACK, size, y))
        y -= size * 1.6
    y -= 8 * MM - size * 0.6
    middle = (LEFT + RIGHT) / 2
    operators.append(
        b"q 1.6 w %s %.2f %.2f m %.2f %.2f l S Q"
        % (_SEAL, middle - 14 * MM, y, middle + 14 * MM, y)
    )
    y -= 10 * MM
    mentioned = list(documents) if len(documents) > 1 else []
    listed = [(entry, lines_of(entry)) for entry in mentioned]
    floor = BOTTOM + _CODE + 12 * MM if opening.address else BOTTOM
    floor += sum(len(entry_lines) for _, entry_lines in listed) * PITCH + (PITCH if listed else 0)
    written, y = _facts(case, opening.facts, y, floor)
    operators.append(written)
    links: list[Link] = []
    if listed:
        y -= PITCH * 1.4
        for entry, entry_lines in listed:
            set_line, link, y = set_entry(case, entry, entry_lines, y)
            operators.append(set_line)
            if link:
                links.append(link)
    if opening.address:
        operators.append(qr_code(opening.address, middle - _CODE / 2, BOTTOM + 7 * MM, _CODE))
        caption = "扫码查看本会现行公开材料"
        operators.append(centred(case, caption, KAI_STACK, 10.5, BOTTOM + 1.5 * MM))
    return HandSetPage(b"\n".join(operators), tuple(links))


def _facts(
    case: FontCase, facts: Sequence[tuple[str, str]], top: float, floor: float
) -> tuple[bytes, float]:
    """Term and value with hairlines between, in the largest size that leaves the foot free."""
    for size in _SIZES:
        room = RIGHT - LEFT - _TERM * size - 12
        rows = [
            (term, list(broken(_plain(value), FANG_STACK, size, room))) for term, value in facts
        ]
        pitch, padding = size * 1.5, size * 0.4
        height = sum(len(lines) * pitch + 2 * padding for _, lines in rows)
        if top - height >= floor or size == _SIZES[-1]:
            break
    y = top
    operators = [rule(LEFT, y, RIGHT, 0.8)]
    for number, (term, lines) in enumerate(rows):
        if number:
            operators.append(rule(LEFT, y, RIGHT, 0.3, 0.6))
        y -= padding + size * 1.1
        operators.append(case.show(term, KAI_STACK, size, LEFT + 6, y))
        for line in lines:
            operators.append(case.show(line, FANG_STACK, size, LEFT + 6 + _TERM * size, y))
            y -= pitch
        y += pitch - size * 0.4 - padding
    operators.append(rule(LEFT, y, RIGHT, 0.8))
    return b"\n".join(operators), y


def _plain(text: str) -> str:
    return only_printable(printable(text))
