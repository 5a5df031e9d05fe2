"""A photo as the one page it is printed on; the picture is not encoded anew."""

import io
from pathlib import Path

import img2pdf
from PIL import Image


def photo_as_pdf(path: Path) -> bytes:
    """A PDF of one page that is the JPEG or PNG at `path`; what is transparent becomes white.

    Raises ValueError or OSError for something that is no picture.
    """
    try:
        return bytes(img2pdf.convert(str(path), rotation=img2pdf.Rotation.ifvalid))
    except img2pdf.AlphaChannelError:
        with Image.open(path) as picture:
            flat = Image.new("RGB", picture.size, "white")
            flat.paste(picture, mask=picture.convert("RGBA").split()[3])
        opaque = io.BytesIO()
        flat.save(opaque, "PNG")
        return bytes(img2pdf.convert(opaque.getvalue()))
    except img2pdf.ImageOpenError as broken:
        raise ValueError("not an image") from broken
