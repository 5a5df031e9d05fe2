"""The printing press: our own HTML and CSS in, PDF out. The only file that touches WeasyPrint.

Nothing is fetched: a page may name only the pictures handed in with it (``asset:seal.png``), and
only the fonts of ``static/fonts/printing`` exist, so every machine prints the same page.
"""

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import weasyprint
import weasyprint.draw
import weasyprint.layout.inline as inline_layout
import weasyprint.pdf.fonts as pdf_fonts
import weasyprint.pdf.stream as pdf_stream
from weasyprint.text.ffi import ffi, harfbuzz
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts" / "printing"
RENDERER = f"weasyprint {weasyprint.__version__}"

_press = threading.Lock()  # Pango's font map is not shared between threads


class PrintingError(Exception):
    """The page cannot be printed as it stands; the message says why, in Chinese."""


class MissingGlyphs(PrintingError):
    """No printing face has these characters. A page with an empty box is never handed out."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"印刷字库里没有这些字符：{'、'.join(characters)}")
        self.characters = characters


@dataclass(slots=True)
class Face:
    """How one document used one face: its name among the page's resources, the face's family,
    and the text that each glyph number stands for."""

    resource: str
    family: str
    texts: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document. ``bookmarks`` are (level, label, page from 0, height in points)."""

    pdf: bytes
    pages: int
    faces: tuple[Face, ...]
    bookmarks: tuple[tuple[int, str, int, float], ...]


class _Fetcher(URLFetcher):
    """Hands out the named assets and refuses everything else, redirects included."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        content = self._assets.get(url.removeprefix("asset:")) if url.startswith("asset:") else None
        if content is None:
            self.refused.append(url[:200])
            raise ValueError("印刷时不读取任何外部地址")
        return URLFetcherResponse(url, body=content)


def render(
    html: str, *, css: Sequence[str] = (), assets: Mapping[str, bytes] | None = None
) -> bytes:
    """Print ``html`` (made by our templates, everything of users' escaped) to a PDF.

    ``css`` are style sheets as text; ``assets`` the pictures by name. Raises PrintingError when
    the page asks for anything else, and MissingGlyphs when a character cannot be printed.
    """
    return print_document(html, css=css, assets=assets).pdf


def print_document(
    html: str,
    *,
    css: Sequence[str] = (),
    assets: Mapping[str, bytes] | None = None,
    with_fonts: bool = True,
) -> Printed:
    """Like ``render``, with what a book has to know of its parts: pages, faces, bookmarks.

    ``with_fonts=False`` leaves the font files out: a book's parts share one set of fonts, which
    is put in when they are bound together, and cutting it for every part costs more than setting
    the part.
    """
    fetcher = _Fetcher(assets or {})
    with _press:
        fonts = _fonts()
        document = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="asset:").render(
            font_config=fonts, stylesheets=[_style_sheet(text) for text in css]
        )
        lean = _lean.set(not with_fonts)
        try:
            pdf = document.write_pdf()
        finally:
            _lean.reset(lean)
        faces = tuple(
            Face(font.hash, font.family, dict(font.to_unicode)) for font in document.fonts.values()
        )
        missing = {chr(point) for font in document.fonts.values() for point in font.missing}
        bookmarks = tuple(_flat(document.make_bookmark_tree(0.75, transform_pages=True)))
    if fetcher.refused:
        raise PrintingError(f"版面要读取不允许的地址：{fetcher.refused[0]}")
    if missing:
        raise MissingGlyphs("".join(sorted(missing)))
    return Printed(pdf=pdf, pages=len(document.pages), faces=faces, bookmarks=bookmarks)


def _flat(tree: Any, level: int = 1) -> Iterator[tuple[int, str, int, float]]:
    for label, (page, _x, y), children, _state in tree:
        yield level, label, page, round(y, 2)
        yield from _flat(children, level + 1)


@cache
def _fonts() -> FontConfiguration:
    """The printing faces and no others, read once a process."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@lru_cache(maxsize=16)
def _style_sheet(text: str) -> weasyprint.CSS:
    return weasyprint.CSS(
        string=text, font_config=_fonts(), url_fetcher=_Fetcher({}), base_url="asset:"
    )


# -- Parts without fonts ----------------------------------------------------------------------

_lean: ContextVar[bool] = ContextVar("lean", default=False)


class _Font(pdf_fonts.Font):
    """A font that can stay outside: only the four bytes that tell its format are kept."""

    def clean(self, to_unicode: dict[int, str], hinting: bool) -> None:
        if _lean.get():
            self.file_content: bytes = self.file_content[:4]
        else:
            super().clean(to_unicode, hinting)


_whole_font = pdf_fonts.get_hb_object_data


def _font_data(face: Any, *arguments: Any) -> bytes | None:
    if arguments or not _lean.get():
        return _whole_font(face, *arguments)
    blob = harfbuzz.hb_face_reference_blob(face)
    try:
        return bytes(ffi.unpack(harfbuzz.hb_blob_get_data(blob, ffi.NULL), 4))
    finally:
        harfbuzz.hb_blob_destroy(blob)


pdf_stream.Font = _Font
pdf_fonts.get_hb_object_data = _font_data

# -- Justified Chinese ------------------------------------------------------------------------
# WeasyPrint widens only the blanks of a justified line. Chinese has none: a line that a
# punctuation mark may not begin or end would stay short. Here the room left over is spread
# between all characters, as a compositor does, by the PDF operator for character spacing.

_WIDEST = 0.5  # of the character size; a line that would need more stays as it is


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    texts = list(_texts(line))
    gaps = sum(len(text.text) for text in texts) - 1
    if gaps < 1 or extra_width <= 0:
        return
    tracking = extra_width / gaps
    if tracking > _WIDEST * line.style["font_size"]:
        return
    _spread(line, tracking, 0.0)


def _texts(box: Any) -> Iterator[Any]:
    if isinstance(box, inline_layout.boxes.TextBox):
        yield box
    elif isinstance(box, (inline_layout.boxes.LineBox, inline_layout.boxes.InlineBox)):
        for child in box.children:
            yield from _texts(child)


def _spread(box: Any, tracking: float, shift: float) -> float:
    if isinstance(box, inline_layout.boxes.TextBox):
        box.tracking = tracking
        box.position_x += shift
        grown = tracking * len(box.text)
        box.width += grown
        return shift + grown
    if isinstance(box, (inline_layout.boxes.LineBox, inline_layout.boxes.InlineBox)):
        box.position_x += shift
        before = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _spread(child, tracking, shift)
        box.width += shift - before
        return shift
    box.translate(shift, 0)
    return shift


_draw_text = weasyprint.draw.draw_text


def _draw_tracked_text(stream: Any, textbox: Any, *arguments: Any) -> None:
    tracking = getattr(textbox, "tracking", 0)
    if tracking:
        stream.stream.append(b"%.4f Tc" % tracking)
    _draw_text(stream, textbox, *arguments)
    if tracking:
        stream.stream.append(b"0 Tc")


inline_layout.justify_line = _justify_line
weasyprint.draw.draw_text = _draw_tracked_text
