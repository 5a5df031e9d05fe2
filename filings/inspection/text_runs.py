"""The runs of a recognised line joined (合并文字段), so that a search finds what spans them.

Tesseract writes each of its words as a run of text with a blank behind it, and cuts Chinese, which
has no blanks, into “words” of one or two characters. Left so, 诚信自律 would be read out as
“诚 信 自 律” and be found by nobody.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Operator, String

_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_ADVANCE = 0.5  # every glyph of Tesseract's invisible font is half as wide as it is high
_WIDEST_GAP = 0.5  # of the height of the line; a wider one was meant as a blank


@dataclass(frozen=True, slots=True)
class _Run:
    """One word: where its stretch (Tz) and its text (TJ) stand among the instructions."""

    stretch: int
    shown: int
    text: str


def joined(content: Iterable[object]) -> bytes:
    """The content of a page that Tesseract wrote, without the blanks between neighbouring Chinese
    characters, each run stretched to where the next one begins."""
    instructions = [each for each in content if isinstance(each, ContentStreamInstruction)]
    size, stretch = 0.0, 0
    before: _Run | None = None
    right = up = 0.0
    for place, instruction in enumerate(instructions):
        operands = instruction.operands
        match str(instruction.operator):
            case "BT":
                before = None
            case "Tf":
                size = float(operands[1])
            case "Td":
                right, up = float(operands[0]), float(operands[1])
            case "Tz":
                stretch = place
            case "TJ":
                text = bytes(operands[0][0]).decode("utf-16-be", "replace").rstrip(" ")
                run = _Run(stretch, place, text)
                if before and abs(up) < size / 4 and _are_neighbours(before, run, right, size):
                    _close_up(instructions, before, right, size)
                before = run
    return pikepdf.unparse_content_stream(instructions)


def _are_neighbours(before: _Run, after: _Run, right: float, size: float) -> bool:
    both_chinese = _CHINESE.match(before.text[-1:]) and _CHINESE.match(after.text[:1])
    return bool(both_chinese) and 0 < right <= (len(before.text) + _WIDEST_GAP) * size


def _close_up(
    instructions: list[ContentStreamInstruction], run: _Run, right: float, size: float
) -> None:
    percent = round(right * 100 / (len(run.text) * _ADVANCE * size), 3)
    instructions[run.stretch] = ContentStreamInstruction([percent], Operator("Tz"))
    shown = String(run.text.encode("utf-16-be"))
    instructions[run.shown] = ContentStreamInstruction([Array([shown])], Operator("TJ"))
