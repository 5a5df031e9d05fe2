"""Scans and photos of a page with a few large characters, for reading."""

import io
from pathlib import Path

import img2pdf
import pikepdf
from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parents[3] / "static/fonts/printing/FandolFang-Regular.otf"
WORDS = "诚信自律规约"
MIDDLE = (500 * 72 / 150, 210 * 72 / 150)  # of the words, in points of the page


def photo(words: str = WORDS, kind: str = "JPEG", mode: str = "RGB") -> bytes:
    """A picture of a page with one line in its upper part."""
    page = Image.new(mode, (1000, 700), "white")
    font = ImageFont.truetype(str(FONT), 60)
    ImageDraw.Draw(page).text((320, 180), words, font=font, fill="black")
    buffer = io.BytesIO()
    page.save(buffer, kind, dpi=(150, 150))
    return buffer.getvalue()


def scan(words: str = WORDS, turned: int = 0, shifted: int = 0) -> bytes:
    """A PDF of one such page, put into the scanner `turned` degrees to the right and turned back
    by the page's own rotation; its sheet begins `shifted` points off the origin."""
    upright = Image.open(io.BytesIO(photo(words)))
    buffer = io.BytesIO()
    upright.rotate(turned, expand=True).save(buffer, "JPEG", dpi=(150, 150))
    with pikepdf.open(io.BytesIO(img2pdf.convert(buffer.getvalue()))) as document:
        page = document.pages[0]
        page.obj.Rotate = turned
        if shifted:
            left, low, right, high = (float(edge) + shifted for edge in page.mediabox)
            for box in ("/MediaBox", "/CropBox"):
                page.obj[box] = pikepdf.Array([left, low, right, high])
            page.contents_add(f"1 0 0 1 {shifted} {shifted} cm\n".encode(), prepend=True)
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()
