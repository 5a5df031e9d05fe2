"""Serving files: to those who may see them, as rebuilt copies, never to be run or kept."""

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from huanglong_portal.common import blobs
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.private_files import download, picture

from ..inspection.kinds import EXTENSIONS, MEDIA_TYPES
from ..inspection.previews import page_image
from ..models import Upload
from .access import revision_of

PREVIEW_WIDTH = 1000
_PAGES_SHOWN = 40


def _upload_of(request: HttpRequest, public_id: UUID) -> Upload:
    return get_object_or_404(
        Upload.objects.visible_to(request.user).filter(state=Upload.State.ACCEPTED),
        public_id=public_id,
    )


@require_safe
def file(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """One uploaded file, as the harmless copy, under the name its sender gave it."""
    upload = _upload_of(request, public_id)
    name = upload.name
    if not name.lower().endswith(EXTENSIONS[upload.file_kind]):
        name = f"{name}.{upload.file_kind}"
    return download(
        upload.rebuilt_id or upload.original_id,
        name=name,
        media_type=MEDIA_TYPES[upload.file_kind],
    )


@require_safe
def file_page(request: HttpRequest, public_id: UUID, page: int) -> HttpResponse:
    """One page of a file as a picture: of the clean PDF, the clean image, or what an office file
    was converted to."""
    upload = _upload_of(request, public_id)
    if upload.pages_blob_id is None or not 1 <= page <= (upload.pages or 1):
        raise Http404
    if upload.is_photo and upload.rebuilt_id is not None:
        return picture(blobs.read_blob(upload.rebuilt_id))
    with TemporaryDirectory(prefix="preview-") as folder:
        path = blobs.copy_to(upload.pages_blob_id, Path(folder) / "pages.pdf")
        try:
            return picture(page_image(path, page, PREVIEW_WIDTH))
        except DomainError as refusal:
            raise Http404 from refusal


@require_safe
def body_image(request: HttpRequest, public_id: UUID, digest: str) -> HttpResponse:
    """A picture that stands in the text of a version, to who may see that version."""
    revision = revision_of(request, public_id)
    if not digest or all(block.get("image") != digest for block in revision.blocks):
        raise Http404
    return picture(blobs.read_blob(digest))


def page_urls(upload: Upload) -> list[str]:
    """The addresses of the page pictures of a file, where it has pages to show."""
    if upload.pages_blob_id is None or upload.state != Upload.State.ACCEPTED:
        return []
    shown = min(upload.pages or 1, _PAGES_SHOWN)
    return [
        reverse("filings:file_page", args=[upload.public_id, page]) for page in range(1, shown + 1)
    ]
