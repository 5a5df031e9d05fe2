"""A round red seal (印章) as it prints on paper, marked 演示 so that it can deceive nobody."""

import math
from random import Random

from PIL import Image, ImageDraw

from .faces import TITLE, face_for

_RED = (198, 28, 32, 215)
_SCALE = 2


def draw_seal(name: str, size: int, dice: Random) -> Image.Image:
    """The seal of an organisation, ``size`` pixels across, turned a little and unevenly inked."""
    across = size * _SCALE
    seal = Image.new("RGBA", (across, across), (0, 0, 0, 0))
    pen = ImageDraw.Draw(seal)
    rim = across * 0.03
    pen.ellipse((rim, rim, across - rim, across - rim), outline=_RED, width=round(across * 0.026))
    _star(pen, across)
    _around(seal, name, across)
    small = face_for("演", TITLE, round(across * 0.075))
    pen.text((across / 2, across * 0.79), "演示专用", font=small, fill=_RED, anchor="mm")
    turned = seal.rotate(dice.uniform(-14, 14), resample=Image.Resampling.BICUBIC)
    return _uneven(turned.resize((size, size), Image.Resampling.LANCZOS), dice)


def _star(pen: ImageDraw.ImageDraw, across: int) -> None:
    centre, outer = across / 2, across * 0.15
    points = []
    for corner in range(10):
        radius = outer if corner % 2 == 0 else outer * 0.382
        angle = math.radians(corner * 36 - 90)
        points.append((centre + radius * math.cos(angle), centre + radius * math.sin(angle)))
    pen.polygon(points, fill=_RED)


def _around(seal: Image.Image, name: str, across: int) -> None:
    """The characters of the name stand on an arc, feet to the middle."""
    spread = min(250, 16 * len(name) + 20)
    size = round(across * (0.125 if len(name) <= 14 else 0.1))
    radius = across * 0.375
    for place, character in enumerate(name):
        turn = -spread / 2 + spread * place / max(1, len(name) - 1)
        tile = Image.new("RGBA", (size * 2, size * 2), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text(
            (size, size), character, font=face_for(character, TITLE, size), fill=_RED, anchor="mm"
        )
        tile = tile.rotate(-turn, resample=Image.Resampling.BICUBIC)
        angle = math.radians(turn - 90)
        x = across / 2 + radius * math.cos(angle) - size
        y = across / 2 + radius * math.sin(angle) - size
        seal.alpha_composite(tile, (round(x), round(y)))


def _uneven(seal: Image.Image, dice: Random) -> Image.Image:
    """Ink takes unevenly: a coarse blotchy mask lightens it here and there."""
    coarse = Image.new("L", (12, 12))
    coarse.putdata([dice.randint(150, 255) for _ in range(144)])
    mask = coarse.resize(seal.size, Image.Resampling.BICUBIC)
    red, green, blue, alpha = seal.split()
    darkest = Image.composite(alpha, Image.new("L", seal.size, 0), mask)
    return Image.merge("RGBA", (red, green, blue, darkest))
