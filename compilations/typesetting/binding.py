"""A book from its set pieces: cover to colophon in order, contents, index, bookmarks, numbers.

Nothing is laid out here but front and back matter; the pieces' pages are taken as they are.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pikepdf

from huanglong_portal.common.pdf import Printed

from . import matter, outline
from .archival import declare_archival
from .binder import Binder, Stamp
from .entries import Book
from .listing import Entry, HandSetPage, set_listing
from .opening import set_opening
from .outline import Bookmark
from .pagination import Placed, end_of, paginate
from .sheets import noted
from .stamps import Heads, roman

Progress = Callable[[int, int], None]

COVER_PAGES = 2  # the cover and its empty back carry no number


@dataclass(frozen=True, slots=True)
class Bound:
    """A finished book: pages in the file, printed pages of the body, where each piece stands."""

    pages: int
    body_pages: int
    places: tuple[Placed, ...]


def bind(book: Book, target: Path, *, progress: Progress = lambda _done, _whole: None) -> Bound:
    """Write the book to ``target``; ``progress`` hears of pieces joined and pieces in all.

    Memory does not grow with the number of pieces. Raises PrintingError when front or back matter
    cannot be set, pikepdf.PdfError when a piece is damaged.
    """
    with tempfile.TemporaryDirectory(prefix="huanglong-binding-") as scratch:
        binder = Binder(Path(scratch), is_proof=book.imprint.is_proof)
        try:
            return _Binding(book, binder, progress).run(target)
        finally:
            binder.close()


class _Binding:
    def __init__(self, book: Book, binder: Binder, progress: Progress) -> None:
        self.book = book
        self.binder = binder
        self.progress = progress
        self.bookmarks: list[Bookmark] = []
        self.placed = paginate(
            book.chapters, first_page=book.first_page, opens_on_right=book.opens_on_right
        )
        self.after = end_of(self.placed, book.first_page)
        self.body_at = 0  # index of printed page ``first_page`` in the file

    def run(self, target: Path) -> Bound:
        book, binder = self.book, self.binder
        back = matter.set_back(book)
        index_page = self.after + (back.pages if back else 0)
        index = self._listing("按行业索引", list(self._index_entries()))
        contents = self._listing("目　　录", list(self._contents_entries(back, index_page, index)))
        self._add_front(matter.set_front(book), contents)
        self._add_chapters()
        if back:
            self._add_back(back)
        if index:
            self.bookmarks.append(Bookmark(0, "按行业索引", len(binder)))
            self._add_listing(index, number=index_page)
        body_pages = len(binder) - self.body_at
        if len(binder) % 2:
            binder.add_blank()
        binder.add_piece(noted(matter.set_colophon(book)), lambda place: Stamp(number=place + 1))
        binder.finish(self._complete, target)
        return Bound(pages=len(binder), body_pages=body_pages, places=tuple(self.placed))

    def _add_front(self, front: Printed, contents: list[HandSetPage]) -> None:
        binder = self.binder
        tables = [mark for mark in front.bookmarks if mark[0] == 1]
        for _level, label, page, height in tables:
            self.bookmarks.append(Bookmark(0, label, page, height))
        binder.add_piece(noted(front), _front_stamp)
        contents_at = len(binder)
        self.bookmarks.append(Bookmark(0, "目录", contents_at))
        # One page more when the front matter would end on a right-hand page.
        self.body_at = contents_at + len(contents) + (contents_at + len(contents)) % 2
        for number, hand_set in enumerate(contents):
            self._add_hand_set(hand_set, _front_stamp(contents_at + number))
        while len(binder) < self.body_at:
            binder.add_blank()

    def _add_chapters(self) -> None:
        title = self.book.imprint.title
        for done, place in enumerate(self.placed):
            if place.blank_before:
                self.binder.add_blank()
            chapter = place.chapter
            self.bookmarks.append(Bookmark(0, chapter.association, len(self.binder)))
            entries = [Entry(part.title, page, level=1) for part, page in place.documents]
            opening = set_opening(self.binder.case, chapter.opening, entries)
            self._add_hand_set(opening, Stamp(number=place.page, folio=str(place.page)))
            heads = Heads(title, chapter.association)
            for part, page in place.documents:
                at = len(self.binder)
                marks = self.binder.add_piece(part.load(), _numbered(page, heads))
                self.bookmarks.append(Bookmark(1, part.title, at))
                self.bookmarks += [
                    Bookmark(level, label, at + within, height)
                    for level, label, within, height in marks
                    if level > 1
                ]
            self.progress(done + 1, len(self.placed))

    def _add_back(self, back: Printed) -> None:
        at = len(self.binder)
        self.bookmarks += [
            Bookmark(level - 1, label, at + page, height)
            for level, label, page, height in back.bookmarks
        ]
        heads = Heads(self.book.imprint.title, "附录")
        self.binder.add_piece(noted(back), _numbered(self.after, heads))

    def _add_listing(self, pages: list[HandSetPage], number: int) -> None:
        for place, page in enumerate(pages):
            self._add_hand_set(page, Stamp(number=number + place, folio=str(number + place)))

    def _add_hand_set(self, page: HandSetPage, stamp: Stamp) -> None:
        index = self.binder.add_content(page.content, stamp)
        for link in page.links:
            self.binder.link(index, link.rectangle, self._in_file(link.page))

    def _in_file(self, printed_page: int) -> int:
        return self.body_at + printed_page - self.book.first_page

    def _listing(self, title: str, entries: list[Entry]) -> list[HandSetPage]:
        return set_listing(self.binder.case, title, entries) if entries else []

    def _contents_entries(
        self, back: Printed | None, index_page: int, index: list[HandSetPage]
    ) -> Iterator[Entry]:
        for place in self.placed:
            yield Entry(place.chapter.association, place.page)
            for part, page in place.documents:
                yield Entry(part.title, page, level=1)
        for level, label, page, _height in back.bookmarks if back else ():
            if level == 1:
                yield Entry(label, self.after + page)
        if index:
            yield Entry("按行业索引", index_page)

    def _index_entries(self) -> Iterator[Entry]:
        """Organisations under their industries; nothing when no industry is known."""
        known = [place for place in self.placed if place.chapter.industry]
        known.sort(key=lambda place: place.chapter.industry)
        for industry, places in groupby(known, key=lambda place: place.chapter.industry):
            yield Entry(industry, None)
            for place in places:
                yield Entry(place.chapter.association, place.page, level=1)

    def _complete(self, pdf: pikepdf.Pdf) -> None:
        outline.add_outline(pdf, self.bookmarks, self.binder.destination)
        outline.add_page_labels(
            pdf,
            cover_pages=COVER_PAGES,
            body_at=self.body_at,
            first_page=self.book.first_page,
        )
        outline.describe(pdf, self.book.imprint, ["诚信自律", "行业协会商会", "汇编"])
        if self.binder.is_archival:
            declare_archival(pdf)


def _front_stamp(place: int) -> Stamp:
    """Roman figures from the title page on, which is i and does not show it."""
    number = place - COVER_PAGES + 1
    return Stamp(number=place + 1, folio=roman(number) if number > 2 else "")


def _numbered(first: int, heads: Heads | None) -> Callable[[int], Stamp]:
    return lambda place: Stamp(number=first + place, folio=str(first + place), heads=heads)
