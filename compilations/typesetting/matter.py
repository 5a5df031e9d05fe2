"""What stands before and behind the documents: cover, title page, preface, tables, colophon."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from filings.presentation import Section
from huanglong_portal.common import pdf as press
from huanglong_portal.common import qr
from huanglong_portal.common.glyphs import printable
from huanglong_portal.common.numerals import to_chinese

from . import body, sheets
from .entries import Book
from .titles import title_lines


def set_front(book: Book) -> press.Printed:
    """Cover, title page, 编委会, 编印说明, and the tables that come before the contents."""
    return _set("compilations/pdf/front.html", book, book.front)


def set_back(book: Book) -> press.Printed | None:
    """The appendices behind the documents; None when there are none."""
    if not book.back and not book.notice:
        return None
    start = 2 if book.notice else 1
    numbered = [
        replace(section, title=f"附录{to_chinese(number)}　{section.title}")
        for number, section in enumerate(book.back, start)
    ]
    return _set("compilations/pdf/back.html", book, numbered)


def set_colophon(book: Book) -> press.Printed:
    """版权页 and back cover, the last two pages of the book."""
    return _set("compilations/pdf/colophon.html", book, ())


def _set(template: str, book: Book, sections: Sequence[Section]) -> press.Printed:
    imprint = book.imprint
    context: dict[str, Any] = {
        "book": book,
        "imprint": imprint,
        "title_lines": title_lines(imprint.title),
        "sections": [_shown(section) for section in sections],
        "code": mark_safe(qr.svg(imprint.address)) if imprint.address else "",  # noqa: S308
    }
    html = render_to_string(template, context)
    return press.print_document(html, css=[sheets.style()], with_fonts=False)


def _shown(section: Section) -> dict[str, Any]:
    """Tables of ours hold names that others typed: what cannot be printed shows as □ here, and
    the document it came from has already been refused by name."""
    plain = replace(
        section,
        facts=tuple((term, _plain(value)) for term, value in section.facts),
        rows=tuple(tuple(_plain(cell) for cell in row) for row in section.rows),
    )
    table = body.table((plain.columns, *plain.rows)) if plain.columns else None
    return {"title": plain.title, "facts": plain.facts, "table": table}


def _plain(text: str) -> str:
    return sheets.only_printable(printable(text))
