"""Text set by hand: lines broken to a width, leaders of dots, QR codes, as page operators.

For pages made of a few plain lines (contents, indexes, chapter openings) this takes a fraction
of the time that laying out a document takes.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import segno

from .typefaces import FANG_STACK, FontCase, width

MM = 72 / 25.4
LEFT, RIGHT = 28 * MM, 184 * MM
TOP, BOTTOM = (297 - 37) * MM, 35 * MM

_NO_START = "，。、；：！？）》〉」』】〕”’％"
_NO_END = "（《〈「『【〔“‘"
_DOT = 5.0  # from dot to dot; dots of all leaders stand below each other


def broken(
    text: str, stack: Sequence[str], size: float, room: float, later_room: float | None = None
) -> Iterator[str]:
    """``text`` in lines no wider than ``room`` points (``later_room`` from the second on).

    A line neither starts with a closing mark nor ends with an opening one, and figures and
    Latin words stay whole where they can.
    """
    for paragraph in text.split("\n"):
        start = 0
        while True:
            end = _line_end(paragraph, start, stack, size, room)
            yield paragraph[start:end]
            room = room if later_room is None else later_room
            if end >= len(paragraph):
                break
            start = end


def _line_end(text: str, start: int, stack: Sequence[str], size: float, room: float) -> int:
    filled = 0.0
    end = start
    while end < len(text):
        filled += width(text[end], stack, size)
        if filled > room:
            break
        end += 1
    if end >= len(text):
        return end
    cut = end
    while cut > start + 1 and (
        text[cut] in _NO_START
        or text[cut - 1] in _NO_END
        or (_is_word(text[cut]) and _is_word(text[cut - 1]))
    ):
        cut -= 1
    return cut if cut > start + (end - start) // 2 else max(end, start + 1)


def _is_word(character: str) -> bool:
    return character.isascii() and not character.isspace()


def centred(case: FontCase, text: str, stack: Sequence[str], size: float, y: float) -> bytes:
    """One line in the middle of the measure."""
    return case.show(text, stack, size, (LEFT + RIGHT - width(text, stack, size)) / 2, y)


def leader(case: FontCase, size: float, after: float, page: int, y: float) -> bytes:
    """Dots from x = ``after`` to the page number, which stands at the right edge."""
    number = str(page)
    start = RIGHT - width(number, FANG_STACK, size)
    written = [case.show(number, FANG_STACK, size, start, y)]
    last = int((RIGHT - start + 6) / _DOT) + 1  # dots are counted from the right edge
    first = int((RIGHT - after - 5) / _DOT)
    if first - last > 2:
        spacing = _DOT - width(".", FANG_STACK, size)
        written.append(b"%.3f Tc" % spacing)
        dots = "." * (first - last + 1)
        written.append(case.show(dots, FANG_STACK, size, RIGHT - first * _DOT, y))
        written.append(b"0 Tc")
    return b"\n".join(written)


def rule(x: float, y: float, to: float, thickness: float, grey: float = 0.2) -> bytes:
    """A horizontal line."""
    return b"q %.2f w %.2f G %.2f %.2f m %.2f %.2f l S Q" % (thickness, grey, x, y, to, y)


@lru_cache(maxsize=4096)
def qr_code(address: str, x: float, y: float, size: float) -> bytes:
    """A QR code of ``size`` points, its lower left corner at (x, y)."""
    rows = segno.make(address, error="m", mask=2, boost_error=False).matrix
    module = size / len(rows)
    boxes = []
    for down, row in enumerate(rows):
        across = 0
        while across < len(row):
            if not row[across]:
                across += 1
                continue
            end = across
            while end < len(row) and row[end]:
                end += 1
            boxes.append(b"%d %d %d 1 re" % (across, len(rows) - down - 1, end - across))
            across = end
    return b"q 0 g %.4f 0 0 %.4f %.2f %.2f cm\n%s f Q" % (module, module, x, y, b"\n".join(boxes))
