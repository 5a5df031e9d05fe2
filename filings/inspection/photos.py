"""Inspecting JPEG and PNG in the confined child: the picture is decoded and written anew.

What is not picture does not travel: EXIF with its place and device, text chunks, a second file
hidden behind the image, further frames. Scans keep their quality: a JPEG is written with its own
quantisation tables.
"""

import struct
import warnings
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, JpegImagePlugin, UnidentifiedImageError

from filings.inspection.kinds import JPG, PNG
from filings.inspection.refusals import Unacceptable

MOST_PIXELS = 200_000_000
MOST_PNG_PIXELS = 100_000_000
KEPT_PIXELS = 42_000_000  # an A3 page at 450 dpi; larger pictures are scaled down in the clean copy
_LARGEST_PROFILE = 64 * 1024
_PNG_HEADER = struct.Struct(">8sL4sLL")


def inspect_photo(path: str, clean: str, kind: str) -> dict[str, Any]:
    """Decodes the picture at `path` and writes it anew to `clean`. Raises Unacceptable."""
    source = Path(path)
    if kind == PNG:
        _check_png_size(source)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    said: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(source, formats=["JPEG"] if kind == JPG else ["PNG"]) as picture:
                _check_pixels(*picture.size)
                if kind == JPG:
                    _write_jpeg(picture, Path(clean), said)
                else:
                    _write_png(picture, Path(clean), said)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise Unacceptable("too_many_pixels", pixels="两万多") from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error):
            raise Unacceptable("damaged") from None
    return {"kind": kind, "warnings": said, "pages": 1}


def _check_png_size(source: Path) -> None:
    with source.open("rb") as file:
        header = file.read(_PNG_HEADER.size)
    if len(header) < _PNG_HEADER.size:
        raise Unacceptable("damaged")
    _, _, chunk, width, height = _PNG_HEADER.unpack(header)
    if chunk != b"IHDR":
        raise Unacceptable("damaged")
    if width * height > MOST_PNG_PIXELS:
        raise Unacceptable("too_many_pixels", pixels=width * height // 10_000)


def _check_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Unacceptable("too_many_pixels", pixels=width * height // 10_000)


def _write_jpeg(picture: Image.Image, clean: Path, said: list[str]) -> None:
    width, height = picture.size
    tables = getattr(picture, "quantization", None)
    sampling = JpegImagePlugin.get_sampling(picture)
    if width * height > KEPT_PIXELS:
        picture.draft(picture.mode, (width // 2, height // 2))
        said.append("图片很大，供审阅的副本已缩小，原件照样保存")
    profile = _profile(picture)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
        tables, sampling = None, -1
        profile = None
    options: dict[str, Any] = {"qtables": tables} if tables else {"quality": 95}
    if sampling >= 0:
        options["subsampling"] = sampling
    upright.info.clear()
    upright.save(clean, "JPEG", icc_profile=profile, optimize=False, **options)


def _write_png(picture: Image.Image, clean: Path, said: list[str]) -> None:
    picture.load()
    profile = _profile(picture)
    upright = ImageOps.exif_transpose(picture)
    if upright.width * upright.height > KEPT_PIXELS:
        upright = upright.reduce(2)
        said.append("图片很大，供审阅的副本已缩小，原件照样保存")
    transparency = upright.info.get("transparency")
    upright.info.clear()
    if transparency is not None:
        upright.info["transparency"] = transparency
    large = upright.width * upright.height > 8_000_000
    upright.save(clean, "PNG", icc_profile=profile, compress_level=2 if large else 6)


def _profile(picture: Image.Image) -> bytes | None:
    profile = picture.info.get("icc_profile")
    return profile if isinstance(profile, bytes) and len(profile) <= _LARGEST_PROFILE else None
