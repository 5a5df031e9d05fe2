"""Which characters can be printed, and how stray ones from word processors are made printable."""

import unicodedata
from functools import cache

from .glyph_coverage import RANGES

_BLANKS = {"\u00a0": " ", "\t": " ", "\u2001": "　", "\u2003": "　", "\u2000": " ", "\u2002": " "}
_BLANKS |= {chr(point): " " for point in (*range(0x2004, 0x200B), 0x202F, 0x205F)}
_VARIANTS = {"‑": "-", "−": "-", "﹣": "-", "∶": "：", "‧": "·", "・": "·", "•": "·"}
_REPLACED = str.maketrans(_BLANKS | _VARIANTS)


def missing_glyphs(text: str) -> set[str]:
    """The characters of ``text`` that no printing face has. Empty for everything printable."""
    return {character for character in set(text) if ord(character) not in _coverage()} - {"\n"}


def printable(text: str) -> str:
    """``text`` with what nobody sees removed and look-alikes made plain; meaning is unchanged.

    Word processors leave zero-width characters, odd blanks, compatibility ideographs and Kangxi
    radicals behind; none of them is in a book face, all of them have an ordinary counterpart.
    """
    plain = "".join(map(_ordinary, text.translate(_REPLACED)))
    return "".join(
        character
        for character in plain
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Mn")
    )


def _ordinary(character: str) -> str:
    point = ord(character)
    if 0x2E80 <= point <= 0x2FDF or 0xF900 <= point <= 0xFAFF:
        return unicodedata.normalize("NFKC", character)
    return character


@cache
def _coverage() -> frozenset[int]:
    points: set[int] = set()
    for word in RANGES.split():
        first, _, last = word.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)
