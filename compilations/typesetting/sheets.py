"""Setting one piece: a document, or the page that stands in a proof for a bad one.

The result is a PDF without font files and with a private note of what it needs: which glyphs of
which face, and its bookmarks. ``binding`` reads the note and puts one set of fonts into the book.
"""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

import pikepdf
from django.template.loader import get_template, render_to_string
from pikepdf import Dictionary, Name

from filings.presentation import Section
from huanglong_portal.common import pdf as press
from huanglong_portal.common.glyphs import missing_glyphs, printable

from . import attached, body
from .entries import AttachedFile, Document
from .titles import broken_title

NOTE = Name.HuanglongNote

_T = TypeVar("_T")


class NotPrintable(press.PrintingError):
    """The piece cannot be set; the message names the character or the file."""

    def __init__(self, sentence: str, file_name: str = "") -> None:
        super().__init__(sentence)
        self.file_name = file_name


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set piece."""

    pdf: bytes
    pages: int


def set_document(document: Document) -> Sheet:
    """Set a document with its attached pages.

    Raises NotPrintable when a character is in no printing face, or when an attached file or a
    picture cannot be read: nothing is ever left out silently.
    """
    document = _checked(document)
    placed = [page for file in document.attached for page in attached.pages_of(file)]
    context = {
        "document": document,
        "title_lines": broken_title(document.title),
        "note_lines": broken_title(document.note, limit=26),
        "lead": [shown_section(section) for section in document.lead],
        "after": [shown_section(section) for section in document.after],
        "lines": body.lines(document.blocks),
        "attached_pages": placed,
    }

    def place(pdf: pikepdf.Pdf) -> bool:
        return attached.place(pdf, len(pdf.pages) - len(placed), placed)

    html = render_to_string("compilations/pdf/document.html", context)
    return _set(html, document.pictures, place if placed else None)


def set_amiss(*, association: str, title: str, file_name: str, cause: str) -> Sheet:
    """Set the marked page that stands in a proof for a document that could not be printed."""
    context = {
        "association": association,
        "title": title,
        "file_name": file_name,
        "cause": cause,
    }
    shown = {key: only_printable(printable(value)) for key, value in context.items()}
    return _set(render_to_string("compilations/pdf/amiss.html", shown))


def style() -> str:
    """The style sheet of the book."""
    return _source("compilations/pdf/book.css")


@cache
def _source(name: str) -> str:
    template: Any = get_template(name)
    return str(template.template.source)


def _set(
    html: str,
    pictures: Mapping[str, bytes] | None = None,
    finish: Callable[[pikepdf.Pdf], bool] | None = None,
) -> Sheet:
    try:
        printed = press.print_document(html, css=[style()], assets=pictures, with_fonts=False)
    except press.PrintingError as refused:
        raise NotPrintable(str(refused)) from refused
    return Sheet(pdf=noted(printed, finish), pages=printed.pages)


def noted(printed: press.Printed, finish: Callable[[pikepdf.Pdf], bool] | None = None) -> bytes:
    """The printed pages without fonts, with the note that tells a binder what they need.

    ``finish`` completes the pages and says whether they are still fit for archival.
    """
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        empty = pdf.make_indirect(Dictionary())
        for page in pdf.pages:
            page.Resources.Font = empty
            if Name.ColorSpace in page.Resources:
                del page.Resources.ColorSpace  # Lab colours, which our style sheet does not use
            for picture in page.Resources.get(Name.XObject, Dictionary()).values():
                if Name.Interpolate in picture:
                    del picture.Interpolate  # PDF/A has pictures as they are
        note = {
            "faces": [[face.resource, face.family, face.texts] for face in printed.faces],
            "bookmarks": printed.bookmarks,
            "archival": finish(pdf) if finish else True,
        }
        pdf.Root[NOTE] = pdf.make_stream(json.dumps(note, ensure_ascii=False).encode())
        for key in (Name.Outlines, Name.Names, Name.PageMode):
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.remove_unreferenced_resources()
        target = io.BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return target.getvalue()


def shown_section(section: Section) -> dict[str, Any]:
    table = body.table((section.columns, *section.rows)) if section.columns else None
    return {"title": section.title, "facts": section.facts, "table": table}


def _checked(thing: _T) -> _T:
    """Every text made printable. Raises NotPrintable naming the characters that are not."""
    wanting: set[str] = set()
    ready: _T = _each_text(thing, wanting)
    if wanting:
        raise NotPrintable(
            "印刷字库里没有这些字符："
            + "、".join(f"“{c}”（U+{ord(c):04X}）" for c in sorted(wanting))
            + "。请改用通行的写法。"
        )
    return ready


def _each_text(thing: Any, wanting: set[str]) -> Any:
    if isinstance(thing, str):
        text = printable(thing)
        wanting |= missing_glyphs(text)
        return text
    if isinstance(thing, tuple):
        return tuple(_each_text(inner, wanting) for inner in thing)
    if is_dataclass(thing) and not isinstance(thing, type | AttachedFile):
        changed = {one.name: _each_text(getattr(thing, one.name), wanting) for one in fields(thing)}
        return replace(thing, **changed)
    return thing


def only_printable(text: str) -> str:
    """``text`` with □ for what no face has; only for our own pages about other people's texts."""
    return "".join(
        "□" if character in missing_glyphs(character) else character for character in text
    )


def read_note(pdf: pikepdf.Pdf) -> tuple[list[Any], Sequence[Any], bool]:
    """(faces, bookmarks, fit for archival) of a set piece: see ``noted``."""
    note = json.loads(pdf.Root[NOTE].read_bytes())
    return note["faces"], note["bookmarks"], note["archival"]
