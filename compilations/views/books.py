"""Handing out finished books and packages, to officers only."""

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from huanglong_portal.common import private_files

from ..models import BoundPart, Build, Dispatch, Edition


@never_cache
@require_safe
def book(request: HttpRequest, part_id: int) -> FileResponse:
    """One book as a file, named by its title; 404 for everybody but officers."""
    part = get_object_or_404(
        BoundPart.objects.filter(
            build__in=Build.objects.visible_to(request.user).values("pk")
        ).select_related("build__edition_volume__volume", "build__edition_volume__edition", "blob"),
        pk=part_id,
    )
    edition_volume = part.build.edition_volume
    proof = "（校样）" if part.build.is_proof else ""
    name = f"{edition_volume.volume.title}（{edition_volume.edition.title}）{part.name}{proof}.pdf"
    try:
        return private_files.download(part.blob, name=name, media_type="application/pdf")
    except FileNotFoundError as gone:
        raise Http404("这本书的文件已不在存储中，请重新编印。") from gone


@never_cache
@require_safe
def package(request: HttpRequest, dispatch_id: int) -> FileResponse:
    """A package for the superiors as a ZIP; 404 for everybody but officers."""
    dispatch = get_object_or_404(
        Dispatch.objects.filter(
            edition__in=Edition.objects.visible_to(request.user).values("pk"),
            state=Dispatch.State.READY,
        ).select_related("edition", "blob"),
        pk=dispatch_id,
    )
    if dispatch.blob is None:
        raise Http404
    name = f"报送{dispatch.addressee}（{dispatch.edition.title}）.zip"
    try:
        return private_files.download(dispatch.blob, name=name, media_type="application/zip")
    except FileNotFoundError as gone:
        raise Http404("这份材料的文件已不在存储中，请重新登记报送。") from gone
