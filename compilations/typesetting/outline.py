"""Bookmarks, page labels and the description of a finished book."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from .entries import Imprint


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline: nesting level from 0, label, page of the file from 0, height."""

    level: int
    label: str
    page: int
    height: float | None = None


def add_outline(
    pdf: pikepdf.Pdf,
    bookmarks: Sequence[Bookmark],
    destination: Callable[[int, float | None], Array],
) -> None:
    """Write the outline. Levels that skip are drawn in; chapters are shown closed."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    open_items: list[tuple[int, pikepdf.Object]] = [(-1, root)]
    last_child: dict[int, pikepdf.Object] = {}
    children: list[int] = [0]
    for bookmark in bookmarks:
        while open_items[-1][0] >= bookmark.level:
            open_items.pop()
            _close(last_child, children, open_items)
        parent = open_items[-1][1]
        item = pdf.make_indirect(
            Dictionary(
                Title=String(bookmark.label),
                Parent=parent,
                Dest=destination(bookmark.page, bookmark.height),
            )
        )
        depth = len(open_items)
        if (sibling := last_child.get(depth)) is not None:
            sibling.Next = item
            item.Prev = sibling
        else:
            parent.First = item
        last_child[depth] = item
        parent.Last = item
        parent.Count = int(parent.get(Name.Count, 0)) + (1 if parent.objgen == root.objgen else -1)
        open_items.append((bookmark.level, item))
    if bookmarks:
        pdf.Root.Outlines = root


def _close(
    last_child: dict[int, pikepdf.Object],
    _children: list[int],
    open_items: Sequence[tuple[int, pikepdf.Object]],
) -> None:
    for depth in [depth for depth in last_child if depth > len(open_items)]:
        del last_child[depth]


def add_page_labels(pdf: pikepdf.Pdf, *, cover_pages: int, body_at: int, first_page: int) -> None:
    """封面, then i, ii … for the front matter, then Arabic figures as printed."""
    pdf.Root.PageLabels = Dictionary(
        Nums=Array(
            [
                0,
                Dictionary(P=String("封面")),
                1,
                Dictionary(P=String("封二")),
                cover_pages,
                Dictionary(S=Name.r, St=1),
                body_at,
                Dictionary(S=Name.D, St=first_page),
            ]
        )
    )


def describe(pdf: pikepdf.Pdf, imprint: Imprint, keywords: Sequence[str]) -> None:
    """Title, author, language and how a reader should open the book."""
    title = f"{imprint.title}（{imprint.edition}）{imprint.division}"
    pdf.Root.Lang = String("zh-CN")
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLayout = Name.TwoPageRight
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
        metadata["dc:title"] = title
        metadata["dc:creator"] = [imprint.bureau]
        metadata["dc:language"] = ["zh-CN"]
        metadata["dc:description"] = f"{imprint.bureau}编印，{imprint.month}"
        metadata["pdf:Keywords"] = "，".join(keywords)
        metadata["pdf:Producer"] = "华龙诚信自律报送平台"
