"""The bench on which pages are joined: copies pieces, stamps pages, puts fonts and links in."""

import io
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from . import stamps
from .sheets import read_note
from .typefaces import FontCase

# Sources are read only when the book is written, so all stay open until then. Beyond so many
# bytes or pieces, what is joined so far goes to a scratch file, and memory stays flat.
_OPEN_BYTES, _OPEN_PIECES = 48 * 1024 * 1024, 700
_KEPT = ("HuanglongFonts", "HuanglongState", "HuanglongOpen", "HuanglongOpenEven")
_BOX = (0, 0, 595.276, 841.89)

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a page gets: its number (whose parity decides its side), folio and running heads."""

    number: int
    folio: str = ""
    heads: stamps.Heads | None = None


class Binder:
    """Pages joined in order. ``case`` gathers the glyphs; fonts and links come at the end.
    ``is_archival`` stays true while every piece is fit for PDF/A."""

    def __init__(self, scratch: Path, *, is_proof: bool = False) -> None:
        self.case = FontCase()
        self.is_archival = True
        self._scratch = scratch
        self._is_proof = is_proof
        self._sources = ExitStack()
        self._bytes = self._pieces = self._flushes = 0
        self._links: list[tuple[int, Rectangle, int]] = []
        self._even: set[int] = set()
        self._pdf = pikepdf.new()
        shift = b"q 1 0 0 1 %.3f 0 cm" % stamps.EVEN_SHIFT
        # Kept in the catalogue while pages are joined, so that they survive a scratch file.
        for name, thing in zip(
            _KEPT,
            (
                self._pdf.make_indirect(Dictionary()),
                self._pdf.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Multiply)),
                self._pdf.make_stream(b"q"),
                self._pdf.make_stream(shift),
            ),
            strict=True,
        ):
            self._pdf.Root[f"/{name}"] = thing
        self._take_up()

    def _take_up(self) -> None:
        self._fonts, self._state, self._open, self._open_even = (
            self._pdf.Root[f"/{name}"] for name in _KEPT
        )

    def __len__(self) -> int:
        return len(self._pdf.pages)

    def close(self) -> None:
        """Let go of everything that is open."""
        self._pdf.close()
        self._sources.close()

    def add_piece(self, content: bytes, stamp_of: Callable[[int], Stamp]) -> list[Any]:
        """Join a set piece; ``stamp_of`` gives the stamp of its n-th page (from 0).

        Returns the piece's bookmarks: (level, label, page from 0, height).
        """
        source = self._sources.enter_context(pikepdf.open(io.BytesIO(content)))
        faces, bookmarks, is_archival = read_note(source)
        self.is_archival = self.is_archival and is_archival
        for resource, family, texts in faces:
            self.case.add(resource, family, {int(glyph): text for glyph, text in texts.items()})
        first = len(self._pdf.pages)
        self._pdf.pages.extend(source.pages)
        for place in range(first, len(self._pdf.pages)):
            self._stamp(place, stamp_of(place - first))
        self._bytes += len(content)
        self._pieces += 1
        if self._bytes > _OPEN_BYTES or self._pieces > _OPEN_PIECES:
            self._flush()
        return list(bookmarks)

    def add_content(self, content: bytes, stamp: Stamp) -> int:
        """Join a page made of operators; returns its index."""
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(_BOX),
            Resources=Dictionary(),
            Contents=self._pdf.make_stream(content),
        )
        self._pdf.pages.append(pikepdf.Page(self._pdf.make_indirect(page)))
        index = len(self._pdf.pages) - 1
        self._stamp(index, stamp)
        return index

    def add_blank(self) -> int:
        """Join an empty page; returns its index."""
        return self.add_content(b"", Stamp(number=1))

    def link(self, index: int, rectangle: Rectangle, target: int) -> None:
        """Make a rectangle of page ``index`` lead to page ``target`` (both counted in the file)."""
        self._links.append((index, rectangle, target))

    def finish(self, complete: Callable[[pikepdf.Pdf], None], target: Path) -> None:
        """Put links and the one set of fonts in, let ``complete`` add the rest, and write."""
        for index, (left, bottom, right, top), aim in self._links:
            shift = stamps.EVEN_SHIFT if index in self._even else 0
            annotation = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([left + shift, bottom, right + shift, top]),
                Border=Array([0, 0, 0]),
                F=4,
                Dest=self.destination(aim),
            )
            page = self._pdf.pages[index].obj
            if Name.Annots not in page:
                page.Annots = Array()
            page.Annots.append(self._pdf.make_indirect(annotation))
        for name, font in self.case.embed(self._pdf).items():
            self._fonts[name] = font
        complete(self._pdf)
        for name in _KEPT:
            del self._pdf.Root[f"/{name}"]
        self._write(target)

    def destination(self, index: int, height: float | None = None) -> Array:
        """Where a link or bookmark leads: a page, at a height or at its top."""
        return Array([self._pdf.pages[index].obj, Name.XYZ, None, height, None])

    def _stamp(self, index: int, stamp: Stamp) -> None:
        page = self._pdf.pages[index].obj
        resources = page.Resources
        resources.Font = self._fonts
        if self._is_proof:
            if Name.ExtGState not in resources:
                resources.ExtGState = Dictionary()
            resources.ExtGState[f"/{stamps.PROOF_STATE}"] = self._state
        is_even = stamp.number % 2 == 0
        if is_even:
            self._even.add(index)
        marks = stamps.stamp(
            self.case,
            number=stamp.number,
            shown=stamp.folio,
            heads=stamp.heads,
            is_proof=self._is_proof,
        )
        shift = stamps.EVEN_SHIFT if is_even else 0
        closing = b"Q q 1 0 0 1 %.3f 0 cm\n%s\nQ" % (shift, marks)
        page.Contents = Array(
            [
                self._open_even if is_even else self._open,
                *_streams(page.Contents),
                self._pdf.make_stream(closing),
            ]
        )

    def _flush(self) -> None:
        """Write what is joined so far to a scratch file and go on from there."""
        self._flushes += 1
        path = self._scratch / f"joined-{self._flushes}.pdf"
        self._write(path)
        self.close()
        self._sources = ExitStack()
        self._pdf = pikepdf.open(path)
        self._take_up()
        (self._scratch / f"joined-{self._flushes - 1}.pdf").unlink(missing_ok=True)
        self._bytes = self._pieces = 0

    def _write(self, path: Path) -> None:
        self._pdf.save(
            path,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


def _streams(contents: pikepdf.Object) -> Sequence[pikepdf.Object]:
    return list(contents) if isinstance(contents, Array) else [contents]
