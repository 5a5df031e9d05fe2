"""The printing faces for drawn pages, with a fallback for characters a face lacks (喆 堃 镕)."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL.ImageFont import FreeTypeFont, truetype

_FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts" / "printing"
BODY = "FandolFang-Regular.otf"
TITLE = "FandolSong-Bold.otf"
BLACK = "NotoSansCJKsc-Medium.otf"
KAI = "FandolKai-Regular.otf"
_LATIN = "LiberationSerif-Regular.ttf"
_FALLBACKS = {TITLE: "NotoSerifCJKsc-Bold.otf"}
_FALLBACK = "NotoSerifCJKsc-Light.otf"


def face_for(character: str, face: str, size: int) -> FreeTypeFont:
    """The face in which ``character`` is drawn where ``face`` is wanted."""
    if character.isascii():
        return _font(_LATIN, size)
    known = ord(character) in _characters(face)
    return _font(face if known else _FALLBACKS.get(face, _FALLBACK), size)


def width_of(character: str, size: int) -> float:
    """How far the pen moves on: Chinese is a square, Latin as the face has it."""
    return _font(_LATIN, size).getlength(character) if character.isascii() else size


def length_of(text: str, size: int) -> int:
    """The length of a line."""
    return round(sum(width_of(character, size) for character in text))


@cache
def _font(face: str, size: int) -> FreeTypeFont:
    return truetype(str(_FOLDER / face), size)


@cache
def _characters(face: str) -> frozenset[int]:
    with TTFont(_FOLDER / face, lazy=True) as font:
        return frozenset(font.getBestCmap())
