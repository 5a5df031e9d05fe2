"""Which part stands on which page. Pure: page counts in, printed page numbers out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from huanglong_portal.common.numerals import to_chinese

from .entries import Chapter, Part


@dataclass(frozen=True, slots=True)
class Placed:
    """A chapter in its place: printed numbers of its opening and of each document's first page."""

    chapter: Chapter
    page: int
    blank_before: bool  # an empty left page, so that the chapter opens on the right
    documents: tuple[tuple[Part, int], ...]

    @property
    def end(self) -> int:
        """The page behind its last."""
        if not self.documents:
            return self.page + 1
        part, page = self.documents[-1]
        return page + part.pages


def paginate(
    chapters: Iterable[Chapter], *, first_page: int = 1, opens_on_right: bool = True
) -> list[Placed]:
    """Place every chapter: an opening page, then its documents, each on a new page.

    With ``opens_on_right`` each chapter opens on an odd page, as a bound book does.
    """
    placed = []
    page = first_page
    for chapter in chapters:
        blank = opens_on_right and page % 2 == 0
        page += blank
        at = page + 1
        documents = []
        for part in chapter.documents:
            documents.append((part, at))
            at += part.pages
        placed.append(Placed(chapter, page, blank, tuple(documents)))
        page = at
    return placed


def end_of(placed: Sequence[Placed], first_page: int = 1) -> int:
    """The number of the first page behind the documents."""
    return placed[-1].end if placed else first_page


def divide(chapters: Sequence[Chapter], limit: int) -> list[list[Chapter]]:
    """Divide a volume (上册、下册…) so that none is thicker than ``limit`` pages and all are
    about alike. A chapter is never torn; one thicker than the limit stands alone."""
    sizes = [sum(part.pages for part in chapter.documents) + 2 for chapter in chapters]
    books = max(1, -(-sum(sizes) // limit))
    wanted = sum(sizes) / books
    divided: list[list[Chapter]] = [[]]
    here = 0  # pages in the book being filled
    for chapter, size in zip(chapters, sizes, strict=True):
        is_full = here + size > limit
        is_enough = here + size / 2 > wanted and len(divided) < books
        if divided[-1] and (is_full or is_enough):
            divided.append([])
            here = 0
        divided[-1].append(chapter)
        here += size
    return divided


def division_names(count: int) -> list[str]:
    """上册、下册; 上中下册 for three; 第一册 … for more; one nameless volume for one."""
    if count <= 1:
        return [""]
    if count == 2:
        return ["上册", "下册"]
    if count == 3:
        return ["上册", "中册", "下册"]
    return [f"第{to_chinese(number)}册" for number in range(1, count + 1)]
