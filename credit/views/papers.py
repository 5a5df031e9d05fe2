"""Serving the files of credit files and dockets: to whoever sees what they prove, as a download."""

from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from huanglong_portal.common.private_files import download

from ..models import Paper


@require_safe
def paper(request: HttpRequest, public_id: UUID) -> FileResponse:
    """One paper; 404 for whoever may not see it."""
    found = get_object_or_404(
        Paper.objects.visible_to(request.user).select_related("copy"), public_id=public_id
    )
    return download(found.copy, name=found.name, media_type=found.copy.media_type)
