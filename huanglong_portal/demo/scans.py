"""Scans and photos: what a scanner or a telephone makes of a sheet of paper."""

import io
from collections.abc import Sequence
from functools import cache
from random import Random

import img2pdf
from PIL import Image, ImageChops, ImageFilter

from .sheets import DPI, PAPER, Sheet, draw

_DESKS = ((142, 112, 84), (120, 122, 126), (168, 138, 104))


def scanned_pdf(sheets: Sequence[Sheet], dice: Random) -> bytes:
    """A PDF that holds only pictures of pages, each a little askew, grey and grainy."""
    pictures = [_scanned(page, dice) for sheet in sheets for page in draw(sheet, dice)]
    portrait = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
    layout = img2pdf.get_layout_fun(portrait, auto_orient=True)
    return bytes(img2pdf.convert(pictures, layout_fun=layout, nodate=True))


def photographed(sheet: Sheet, dice: Random) -> bytes:
    """A JPEG photo of the first page, lying on a desk, taken from a slight angle."""
    page = draw(sheet, dice)[0]
    edge = 130
    desk = Image.new("RGB", (page.width + 2 * edge, page.height + 2 * edge), dice.choice(_DESKS))
    desk.paste(page, (edge, edge))
    shift = [dice.randint(12, 70) for _ in range(8)]
    corners = (
        *(shift[0], shift[1], shift[2], desk.height - shift[3]),
        *(desk.width - shift[4], desk.height - shift[5], desk.width - shift[6], shift[7]),
    )
    seen = desk.transform(
        (desk.width * 7 // 8, desk.height * 7 // 8),
        Image.Transform.QUAD,
        corners,
        resample=Image.Resampling.BILINEAR,
    )
    lit = ImageChops.multiply(seen, _surface(seen.size, dice.choice((0, 90, 180, 270)), 70))
    return _jpeg(lit.filter(ImageFilter.GaussianBlur(0.6)), 82)


def _scanned(page: Image.Image, dice: Random) -> bytes:
    turned = page.rotate(
        dice.uniform(-1.1, 1.1), resample=Image.Resampling.BILINEAR, fillcolor=PAPER
    )
    surface = _surface(turned.size, dice.choice((90, 270)), 26)
    moved = ImageChops.offset(surface, 0, dice.randint(0, turned.height))
    return _jpeg(ImageChops.multiply(turned, moved), 70)


@cache
def _surface(size: tuple[int, int], turn: int, depth: int) -> Image.Image:
    """Grain of the sensor, and light that falls off by ``depth`` towards one side."""
    noise = Image.effect_noise((size[0] // 2, size[1] // 2), 6).resize(size)
    grain = noise.point([min(255, 248 + value - 128) for value in range(256)])
    light = Image.linear_gradient("L").rotate(turn).resize(size)
    shade = light.point([255 - depth + value * depth // 255 for value in range(256)])
    return Image.merge("RGB", (ImageChops.multiply(grain, shade),) * 3)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality, dpi=(DPI, DPI))
    return target.getvalue()
