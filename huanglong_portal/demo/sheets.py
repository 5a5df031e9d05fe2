"""Sheets of paper (纸页): typed pages drawn as pictures, before a scanner or camera sees them.

What people scan: resolutions, attendance lists, experts' opinions, signed pledges. A sheet has a
title, paragraphs, a table, and a closing with names that were signed by hand and the seal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from .faces import BLACK, BODY, KAI, TITLE, face_for, length_of, width_of
from .seals import draw_seal

DPI = 144
PAPER = (250, 249, 244)
A4 = (round(8.27 * DPI), round(11.69 * DPI))
_INK = (28, 28, 32)
_PEN = (24, 36, 92)
_NOT_FIRST = "，。；：、）》”！？"
_NOT_LAST = "（《“"
_MARGIN = 1.0  # inch


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on the paper. Table cells that begin with ``~`` were written by hand."""

    title: str
    paragraphs: Sequence[str] = ()
    table: Sequence[Sequence[str]] = ()
    widths: Sequence[float] = ()
    signed: Sequence[str] = ()
    closing: Sequence[str] = ()
    seal: str = ""
    landscape: bool = False


def draw(sheet: Sheet, dice: Random) -> list[Image.Image]:
    """The pages of a sheet, clean and straight."""
    return list(_Typist(sheet, dice).pages())


class _Typist:
    """Sets one sheet from top to bottom, page after page."""

    def __init__(self, sheet: Sheet, dice: Random) -> None:
        self.sheet = sheet
        self.dice = dice
        self.size = A4[::-1] if sheet.landscape else A4
        self.left = round(_MARGIN * DPI)
        self.width = self.size[0] - 2 * self.left
        self.finished: list[Image.Image] = []
        self.page = self._blank()
        self.pen = ImageDraw.Draw(self.page)
        self.y = round(_MARGIN * DPI)

    def pages(self) -> Iterator[Image.Image]:
        self._title()
        for paragraph in self.sheet.paragraphs:
            self._paragraph(paragraph)
        if self.sheet.table:
            self._table()
        self._closing()
        yield from self.finished
        yield self.page

    def _blank(self) -> Image.Image:
        return Image.new("RGB", self.size, PAPER)

    def _turn_over(self) -> None:
        self.finished.append(self.page)
        self.page = self._blank()
        self.pen = ImageDraw.Draw(self.page)
        self.y = round(_MARGIN * DPI)

    def _room(self, height: int) -> None:
        if self.y + height > self.size[1] - round(0.9 * DPI):
            self._turn_over()

    def _title(self) -> None:
        size = 40 if len(self.sheet.title) <= 22 else 34
        for line in _title_lines(self.sheet.title, self.width, size):
            x = self.left + (self.width - length_of(line, size)) // 2
            _write(self.pen, (x, self.y), line, TITLE, size)
            self.y += round(size * 1.5)
        self.y += 20

    def _paragraph(self, text: str) -> None:
        size, pitch = 29, 50
        heading = text[:2] in ("一、", "二、", "三、", "四、", "五、", "六、") and len(text) < 16
        face = BLACK if heading else BODY
        for line in _broken("　　" + text, self.width, size):
            self._room(pitch)
            _write(self.pen, (self.left, self.y), line, face, size)
            self.y += pitch

    def _table(self) -> None:
        size, height = 25, 54
        widths = self.sheet.widths or [1.0] * len(self.sheet.table[0])
        columns = [round(self.width * width / sum(widths)) for width in widths]
        self.y += 12
        for number, row in enumerate(self.sheet.table):
            lines = [
                _broken(cell.removeprefix("~"), w - 16, size)
                for cell, w in zip(row, columns, strict=True)
            ]
            tall = max(height, max(len(cell) for cell in lines) * 32 + 20)
            self._room(tall)
            x = self.left
            for cell, cell_lines, width in zip(row, lines, columns, strict=True):
                self.pen.rectangle((x, self.y, x + width, self.y + tall), outline=_INK, width=2)
                self._cell(cell, cell_lines, (x, self.y, width, tall), size, head=number == 0)
                x += width
            self.y += tall
        self.y += 24

    def _cell(
        self,
        cell: str,
        lines: Sequence[str],
        box: tuple[int, int, int, int],
        size: int,
        *,
        head: bool,
    ) -> None:
        x, y, width, tall = box
        if cell.startswith("~"):
            self._sign("".join(lines), x + 14 + self.dice.randint(0, 16), y + 8)
            return
        top = y + (tall - len(lines) * 32) // 2
        for place, line in enumerate(lines):
            indent = (width - length_of(line, size)) // 2 if head or len(lines) == 1 else 8
            _write(self.pen, (x + indent, top + place * 32), line, BLACK if head else BODY, size)

    def _closing(self) -> None:
        if self.sheet.signed:
            self._room(90)
            _write(self.pen, (self.left + 58, self.y + 16), "签字：", BODY, 29)
            x = self.left + 150
            for name in self.sheet.signed:
                self._sign(name, x, self.y)
                x += 190
            self.y += 90
        if not self.sheet.closing:
            return
        self._room(260)
        self.y += 40
        top = self.y
        for line in self.sheet.closing:
            x = self.size[0] - self.left - length_of(line, 29) - 40
            _write(self.pen, (x, self.y), line, BODY, 29)
            self.y += 54
        if self.sheet.seal:
            seal = draw_seal(self.sheet.seal, round(1.62 * DPI), self.dice)
            x = self.size[0] - self.left - 300 + self.dice.randint(-20, 20)
            y = top - seal.height // 2 + 50 + self.dice.randint(-10, 10)
            self.page.paste(seal, (x, y), seal)

    def _sign(self, name: str, x: int, y: int) -> None:
        """A name in handwriting: leaning, never twice the same."""
        size = self.dice.randint(36, 44)
        patch = Image.new("RGBA", (size * (len(name) + 1), size * 2), (0, 0, 0, 0))
        ink = ImageDraw.Draw(patch)
        for place, character in enumerate(name):
            at = (place * size * 0.82 + 4, self.dice.randint(2, 12))
            ink.text(at, character, font=face_for(character, KAI, size), fill=(*_PEN, 235))
        lean = self.dice.uniform(0.1, 0.3)
        patch = patch.transform(
            patch.size, Image.Transform.AFFINE, (1, lean, -lean * size * 0.6, 0.04, 1, 0)
        )
        self.page.paste(patch, (x, y), patch)


def _write(pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, face: str, size: int) -> None:
    x: float = at[0]
    for character in text:
        pen.text((x, at[1]), character, font=face_for(character, face, size), fill=_INK)
        x += width_of(character, size)


def _broken(text: str, width: float, size: int) -> list[str]:
    """Lines of at most ``width``; no line begins with a closing mark, which hangs instead."""
    lines: list[str] = []
    line, used = "", 0.0
    for character in text:
        wide = width_of(character, size)
        if used + wide > width and character not in _NOT_FIRST:
            carried = line[-1:] if line[-1:] in _NOT_LAST else ""
            lines.append(line.removesuffix(carried))
            line, used = carried, float(length_of(carried, size))
        line += character
        used += wide
    return [*lines, line] if line or not lines else lines


def _title_lines(text: str, width: float, size: int) -> list[str]:
    """A title broken where its writer broke it, else into lines of much the same length."""
    if "\n" in text:
        return text.split("\n")
    count = len(_broken(text, width, size))
    return _broken(text, length_of(text, size) / count + size, size)
