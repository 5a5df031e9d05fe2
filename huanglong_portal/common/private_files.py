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
    """A PNG that we drew ourselves (a page preview, an image of a body), to stand in a page."""
    return HttpResponse(content, content_type="image/png", headers=_HEADERS)
