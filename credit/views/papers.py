"""Serving the files of credit files and dockets: to whoever sees what they prove, as a download."""

from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from huanglong_portal.common import blobs

from ..models import Paper


@require_safe
def paper(request: HttpRequest, public_id: UUID) -> FileResponse:
    """One paper; 404 for whoever may not see it."""
    found = get_object_or_404(
        Paper.objects.visible_to(request.user).select_related("copy"), public_id=public_id
    )
    return FileResponse(
        blobs.open_blob(found.copy),
        as_attachment=True,
        filename=found.name,
        content_type=found.copy.media_type,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
