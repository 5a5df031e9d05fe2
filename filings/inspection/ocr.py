"""A searchable layer for scans and photos (扫描件文字层), where Tesseract is installed.

The pages stay as they look: what is recognised lies invisible under the picture, which is not
encoded anew. It serves searching in what is printed and never becomes the text of a document:
recognition errs.
"""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import pikepdf

from filings.inspection import child
from filings.inspection.child import CannotInspect
from filings.inspection.kinds import PDF
from filings.inspection.photo_pages import photo_as_pdf
from filings.inspection.refusals import FileRefused
from filings.inspection.text_runs import joined

MOST_PAGES_READ = 30
_LANGUAGE = "chi_sim"
_ONE_COLUMN = "4"  # left to itself, Tesseract often takes few Chinese lines for vertical ones
_DPI = 200
_SHORTEST, _LONGEST = 1600, 4000  # pixels of the longer side: A5 at the least, A3 and some more
_FEW = 30  # characters: what a scanning app prints below its picture is not the page's text
_LARGE_PICTURE = 400 * 400

_PROCESSOR_SECONDS = 30  # of each program on each page; most need two
_SECONDS = 900  # on all pages; what is not read by then stays without text
_WALL_SECONDS = _SECONDS + 180
_MEMORY = 2 * 1024 * 1024 * 1024


class Unavailable(Exception):
    """Tesseract or its Chinese is not installed, or this file could not be read; the text says
    which."""


def add_text_layer(path: Path, into: Path, *, kind: str = PDF) -> Path | None:
    """The clean PDF or photo at `path` as a PDF in the folder `into` whose pages have text.

    At most `MOST_PAGES_READ` pages that have none are read; number, size and pictures of the
    pages stay. None when nothing was added: every page has its text, or shows none. Raises
    Unavailable.
    """
    program = shutil.which("tesseract")
    if program is None or not _reads_chinese(program):
        raise Unavailable("本机没有安装文字识别软件（tesseract 和 chi_sim），扫描件不能检索。")
    target = into / "searchable.pdf"
    with tempfile.TemporaryDirectory(prefix="scan-") as folder:
        raw = str(Path(folder).resolve() / "raw.pdf")
        try:
            read = child.run(
                "scan_text",
                name=path.name,
                seconds=_PROCESSOR_SECONDS,
                wall_seconds=_WALL_SECONDS,
                memory=_MEMORY,
                program=program,
                path=str(path.resolve()),
                kind=kind,
                target=raw,
            )
            if not read["read"]:
                return None
            found = child.run("pdf", name=path.name, path=raw, clean=str(target.resolve()))
        except (FileRefused, CannotInspect):
            raise Unavailable("这份文件的文字没能识别出来，文件照原样使用。") from None
    if found["pages"] != read["pages"]:
        raise Unavailable("这份文件的文字没能识别出来，文件照原样使用。")
    return target


def _reads_chinese(program: str) -> bool:
    asked = subprocess.run(  # noqa: S603 – without our environment, as the child will run it
        [program, "--list-langs"], capture_output=True, text=True, check=False, env={}
    )
    return _LANGUAGE in asked.stdout.split()


def read_pages(program: str, path: str, kind: str, target: str) -> dict[str, Any]:
    """The confined child's part of `add_text_layer`: reads pages in the working folder. A page
    that cannot be read stays without text."""
    source = Path(path)
    if kind != PDF:
        source = Path("photo.pdf")
        source.write_bytes(photo_as_pdf(Path(path)))
    texts = _texts(source)
    end = time.monotonic() + _SECONDS
    looked_at = read = 0
    with pikepdf.open(source) as document:
        for number, page in enumerate(document.pages, start=1):
            if looked_at == MOST_PAGES_READ or time.monotonic() >= end:
                break
            if _has_text(page, texts[number - 1] if number <= len(texts) else ""):
                continue
            looked_at += 1
            box = _shown_box(page)
            pixels = max(box.width, box.height) * _DPI / 72
            layer = _recognised(program, source, number, round(pixels))
            read += layer is not None and _lay_under(page, box, layer)
        if read:
            document.save(target)
        return {"read": read, "pages": len(document.pages)}


def _texts(source: Path) -> list[str]:
    said = subprocess.run(  # noqa: S603
        ["pdftotext", "-enc", "UTF-8", "-q", str(source), "-"],  # noqa: S607
        capture_output=True,
        check=False,
    )
    return said.stdout.decode("utf-8", "replace").split("\f")


def _has_text(page: pikepdf.Page, text: str) -> bool:
    letters = len("".join(text.split()))
    if 0 < letters < _FEW:
        pictures = page.get_images().values()
        return not any(
            int(picture.get("/Width", 0)) * int(picture.get("/Height", 0)) >= _LARGE_PICTURE
            for picture in pictures
        )
    return letters > 0


def _shown_box(page: pikepdf.Page) -> pikepdf.Rectangle:
    """What is drawn of a page: no more of its crop box than there is of its sheet."""
    sheet, crop = pikepdf.Rectangle(page.mediabox), pikepdf.Rectangle(page.cropbox)
    shown = pikepdf.Rectangle(
        max(sheet.llx, crop.llx),
        max(sheet.lly, crop.lly),
        min(sheet.urx, crop.urx),
        min(sheet.ury, crop.ury),
    )
    return shown if shown.width > 0 and shown.height > 0 else sheet


def _recognised(program: str, source: Path, number: int, pixels: int) -> Path | None:
    """The words of one page, in their places on a page without the picture."""
    drawn, words = Path("page.pgm"), Path("words.pdf")
    for of_the_page_before in (drawn, words):
        of_the_page_before.unlink(missing_ok=True)
    draw = [  # as PGM: to compress a grainy scan takes longer than to read it
        "pdftoppm", "-cropbox", "-gray", "-singlefile", "-f", str(number), "-l", str(number),
        "-scale-to", str(max(_SHORTEST, min(pixels, _LONGEST))),
        str(source), "page",
    ]  # fmt: skip
    read = [
        program, str(drawn), "words", "--dpi", str(_DPI), "-l", _LANGUAGE,
        "--psm", _ONE_COLUMN, "-c", "textonly_pdf=1", "pdf",
    ]  # fmt: skip
    one_thread = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        for command in (draw, read):
            subprocess.run(command, capture_output=True, check=True, env=one_thread)  # noqa: S603
    except subprocess.CalledProcessError:
        return None
    return words if words.is_file() else None


def _lay_under(page: pikepdf.Page, box: pikepdf.Rectangle, words: Path) -> bool:
    """Puts the words under the page, turned as the page is; False when there are none."""
    with pikepdf.open(words) as layer:
        written = layer.pages[0]
        content = joined(pikepdf.parse_content_stream(written))
        if b"TJ" not in content:
            return False
        written.obj.Contents = layer.make_stream(content)
        page.add_underlay(written, box)
    return True
