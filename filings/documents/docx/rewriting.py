"""Writing a picture anew (图片重写): small enough for a page, nothing but the picture."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

_FORMATS = ["PNG", "JPEG", "GIF", "BMP"]
_MOST_PIXELS = 100_000_000
_LONGEST_SIDE = 2600  # the width of an A4 page at 300 dpi
_SMALLEST_SIDE = 12  # spacers and tracking dots


def rewritten(content: bytes) -> bytes | None:
    """The picture as PNG or JPEG; b"" for one too small to mean anything, None if unreadable."""
    Image.MAX_IMAGE_PIXELS = None  # the size is checked here, before anything is decoded
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                return None
            if min(width, height) < _SMALLEST_SIDE:
                return b""
            is_photo = picture.format in ("JPEG", "MPO")
            if is_photo and max(width, height) > _LONGEST_SIDE:
                scale = _LONGEST_SIDE / max(width, height)
                picture.draft(None, (int(width * scale), int(height * scale)))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            return _saved(upright, "JPEG" if is_photo else "PNG")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None


def _saved(picture: Image.Image, image_format: str) -> bytes:
    modes = ("RGB", "L") if image_format == "JPEG" else ("RGB", "L", "RGBA", "LA", "P", "1")
    if picture.mode not in modes:
        picture = picture.convert("RGB")
    transparency = picture.info.get("transparency") if picture.mode == "P" else None
    picture.info.clear()
    if transparency is not None:
        picture.info["transparency"] = transparency
    file = io.BytesIO()
    if image_format == "JPEG":
        picture.save(file, "JPEG", quality=90)
    else:
        picture.save(file, "PNG", compress_level=6)
    return file.getvalue()
