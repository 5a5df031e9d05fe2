"""Other people's pages in our book: scaled into the measure, landscape turned, never clipped.

Each page becomes a form that stands on its own: annotations, actions and scripts of the page stay
behind. Scans are not encoded anew.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pikepdf
from pikepdf import Dictionary, Name

from filings.inspection.photo_pages import photo_as_pdf
from huanglong_portal.common.pdf import PrintingError

from .archival import keeps_to_archival
from .entries import AttachedFile

_POINTS = 72 / 25.4
LEFT, RIGHT = 28 * _POINTS, (210 - 26) * _POINTS
TOP, BOTTOM = (297 - 37) * _POINTS, (35 + 9) * _POINTS  # the caption stands below


class UnreadableFile(PrintingError):
    """An attached file that cannot be opened; ``file_name`` says which."""

    def __init__(self, file_name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.file_name = file_name


@dataclass(frozen=True, slots=True)
class AttachedPage:
    """One page of an attached file, with the line that is set below it."""

    file: AttachedFile
    number: int  # from 0
    caption: str
    is_first: bool


def pages_of(file: AttachedFile) -> Iterator[AttachedPage]:
    """The pages of ``file`` in order. Raises UnreadableFile when it is damaged or empty."""
    with _opened(file) as pdf:
        count = len(pdf.pages)
    if not count:
        raise UnreadableFile(file.name, f"附件“{file.name}”里没有页面。")
    label = file.caption or file.name
    for number in range(count):
        of = f"（第{number + 1}页，共{count}页）" if count > 1 else ""
        yield AttachedPage(file, number, f"{label}{of}", number == 0)


def place(pdf: pikepdf.Pdf, first: int, contents: Sequence[AttachedPage]) -> bool:
    """Put attached pages into the free measure of the pages from ``first`` on: as large as fits,
    in the middle. Returns whether all of them are fit for archival (see ``archival``).

    Raises UnreadableFile for a damaged page.
    """
    number = first
    is_archival = True
    for file, pages in groupby(contents, key=lambda content: content.file):
        with _opened(file) as source:
            for content in pages:
                form = _place_one(pdf, pdf.pages[number], source.pages[content.number], content)
                is_archival = is_archival and keeps_to_archival(form)
                number += 1
    return is_archival


def _place_one(
    pdf: pikepdf.Pdf, page: pikepdf.Page, foreign: pikepdf.Page, content: AttachedPage
) -> pikepdf.Object:
    if _is_landscape(foreign):
        foreign.rotate(270, relative=True)
    try:
        form = pdf.copy_foreign(foreign.as_form_xobject())
    except (pikepdf.PdfError, ValueError) as broken:
        raise UnreadableFile(
            content.file.name,
            f"附件“{content.file.name}”第 {content.number + 1} 页已损坏，无法排印。",
        ) from broken
    resources = Dictionary(dict(page.Resources.items()))
    resources.XObject = Dictionary({"/Attached": form})
    page.obj.Resources = resources
    placed = page.calc_form_xobject_placement(
        form,
        Name.Attached,
        pikepdf.Rectangle(LEFT, BOTTOM, RIGHT, TOP),
        allow_shrink=True,
        allow_expand=True,
    )
    # The set page turns the coordinates upside down and leaves them so: bracket it first.
    page.obj.Contents = pdf.make_stream(b"q\n" + page.Contents.read_bytes() + b"\nQ\n" + placed)
    return form


def _is_landscape(page: pikepdf.Page) -> bool:
    box = page.trimbox
    wide, high = float(box[2]) - float(box[0]), float(box[3]) - float(box[1])
    turned = int(page.obj.get(Name.Rotate, 0)) % 180 == 90
    return (wide > high * 1.02) is not turned and abs(wide - high) > 1


def _opened(file: AttachedFile) -> pikepdf.Pdf:
    try:
        if file.is_pdf:
            return pikepdf.open(file.path)
        return pikepdf.open(io.BytesIO(photo_as_pdf(file.path)))
    except pikepdf.PasswordError as locked:
        raise UnreadableFile(
            file.name, f"附件“{file.name}”设有密码，打不开。请去掉密码后重新上传。"
        ) from locked
    except (pikepdf.PdfError, OSError, ValueError) as broken:
        raise UnreadableFile(
            file.name, f"附件“{file.name}”打不开，文件可能已损坏。请重新上传。"
        ) from broken
