"""Two versions of a document beside each other, for the officers of its office."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ..comparison import compared_by_default, comparison_of
from ..models import Revision

if TYPE_CHECKING:
    from .queue import RevisionAdmin


def compare_page(admin: "RevisionAdmin", request: HttpRequest, revision_id: int) -> HttpResponse:
    """A version with the one that ``?with=`` names, else the last approved one before it.

    404 for what the officer may not see; a version that has no other leads back to its review.
    """
    visible = Revision.objects.visible_to(request.user).select_related("filing__association")
    found = visible.filter(pk=revision_id).first()
    if found is None:
        raise Http404
    others = visible.filter(filing=found.filing_id).exclude(pk=found.pk)
    asked = request.GET.get("with", "")
    if asked:
        other = others.filter(pk=asked).first() if asked.isdigit() else None
        if other is None:
            raise Http404
    else:
        other = compared_by_default(found)
    if other is None or not others.filter(pk=other.pk).exists():
        return redirect("admin:filings_revision_change", found.pk)
    here = reverse("admin:filings_revision_compare", args=[found.pk])
    return render(
        request,
        "admin/filings/compare.html",
        {
            **admin.admin_site.each_context(request),
            "title": f"{found.title}：版本比较",
            "opts": Revision._meta,
            "revision": found,
            "comparison": comparison_of(found, other),
            "image_urls": {
                block["image"]: reverse("filings:body_image", args=[one.public_id, block["image"]])
                for one in (other, found)
                for block in one.blocks
                if block.get("image")
            },
            "others": [
                (one, f"{here}?with={one.pk}")
                for one in others.only("number", "state", "filing_id")
            ],
        },
    )
