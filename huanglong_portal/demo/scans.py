"""Scans and photos: what a scanner or a telephone makes of a sheet of paper."""

import io
from collections.abc import Sequence
from random import Random

import img2pdf
from PIL import Image, ImageChops, ImageFilter

from .sheets import A4, Sheet, draw

_PAPER = (250, 249, 244)


def scanned_pdf(sheets: Sequence[Sheet], dice: Random) -> bytes:
    """A PDF that holds only pictures of pages, each a little askew, grey and grainy."""
    pictures = [_scanned(page, dice) for sheet in sheets for page in draw(sheet, dice)]
    portrait = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
    layout = img2pdf.get_layout_fun(portrait, auto_orient=True)
    return bytes(img2pdf.convert(pictures, layout_fun=layout, nodate=True))


def photographed(sheet: Sheet, dice: Random) -> bytes:
    """A JPEG photo of the first page, lying on a desk, taken from a slight angle."""
    page = draw(sheet, dice)[0]
    width, height = page.size
    edge = 130
    desk = Image.new("RGB", (width + 2 * edge, height + 2 * edge), _wood(dice))
    desk = ImageChops.add(desk, _grain(desk.size, 9), scale=1.0, offset=-128)
    desk.paste(_tinted(page), (edge, edge))
    shift = [dice.randint(12, 70) for _ in range(8)]
    corners = (
        (shift[0], shift[1]),
        (shift[2], desk.height - shift[3]),
        (desk.width - shift[4], desk.height - shift[5]),
        (desk.width - shift[6], shift[7]),
    )
    quad = tuple(value for corner in corners for value in corner)
    seen = desk.transform(
        (desk.width * 7 // 8, desk.height * 7 // 8),
        Image.Transform.QUAD,
        quad,
        resample=Image.Resampling.BILINEAR,
    )
    lit = ImageChops.multiply(seen, _light(seen.size, dice))
    return _jpeg(lit.filter(ImageFilter.GaussianBlur(0.6)), 82)


def _scanned(page: Image.Image, dice: Random) -> bytes:
    turned = _tinted(page).rotate(
        dice.uniform(-1.1, 1.1), resample=Image.Resampling.BILINEAR, fillcolor=_PAPER
    )
    grainy = ImageChops.add(turned, _grain(turned.size, 8), scale=1.0, offset=-128)
    shadow = Image.linear_gradient("L").rotate(90 * dice.choice((1, 3))).resize(turned.size)
    shade = shadow.point([min(255, 226 + level) for level in range(256)])
    return _jpeg(ImageChops.multiply(grainy, Image.merge("RGB", (shade,) * 3)), 68)


def _tinted(page: Image.Image) -> Image.Image:
    return ImageChops.multiply(page, Image.new("RGB", page.size, _PAPER))


def _grain(size: tuple[int, int], strength: int) -> Image.Image:
    grey = Image.effect_noise((size[0] // 2, size[1] // 2), strength).resize(size)
    return Image.merge("RGB", (grey, grey, grey))


def _light(size: tuple[int, int], dice: Random) -> Image.Image:
    """Light from one side, as under a window."""
    gradient = Image.linear_gradient("L").rotate(dice.choice((0, 90, 180, 270)))
    level = gradient.resize(size).point([185 + value * 70 // 255 for value in range(256)])
    return Image.merge("RGB", (level, level, level))


def _wood(dice: Random) -> tuple[int, int, int]:
    return dice.choice(((142, 112, 84), (120, 122, 126), (168, 138, 104)))


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality, dpi=(A4[0] / 8.27, A4[0] / 8.27))
    return target.getvalue()
