"""Handing out a stored file: only after the caller has asked who may see it, and never in a way
that lets a browser run or keep it."""

from django.http import FileResponse, HttpResponse

from . import blobs
from .models import Blob

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


def download(blob: Blob | str, *, name: str, media_type: str) -> FileResponse:
    """A stored file to be saved under ``name`` (RFC 6266), not shown in the page's own origin."""
    return FileResponse(
        blobs.open_blob(blob),
        as_attachment=True,
        filename=name,
        content_type=media_type,
        headers=_HEADERS,
    )


def picture(content: bytes) -> HttpResponse:
    """A PNG or JPEG that we drew or rebuilt ourselves, to stand in a page of ours."""
    media_type = "image/jpeg" if content.startswith(b"\xff\xd8\xff") else "image/png"
    return HttpResponse(content, content_type=media_type, headers=_HEADERS)
