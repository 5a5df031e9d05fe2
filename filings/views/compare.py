"""Two versions of one's own document beside each other."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..comparison import compared_by_default, comparison_of
from ..documents import blocks as block_rules
from ..models import Revision
from .access import revision_of
from .body import image_urls


@never_cache
@require_safe
def compare(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A version with the last approved one before it; a first version has its own page only."""
    found = revision_of(request, public_id)
    other = compared_by_default(found)
    if other is None:
        return redirect("filings:revision", public_id)
    return redirect("filings:compare_with", public_id, other.public_id)


@never_cache
@require_safe
def compare_with(request: HttpRequest, public_id: UUID, other_id: UUID) -> HttpResponse:
    """A version with any other of the same document. 404 where either is not one's own."""
    found = revision_of(request, public_id)
    visible = Revision.objects.visible_to(request.user).filter(filing=found.filing_id)
    other = get_object_or_404(
        visible.select_related("filing").exclude(pk=found.pk), public_id=other_id
    )
    return render(
        request,
        "filings/compare.html",
        {
            "revision": found,
            "comparison": comparison_of(found, other),
            "image_urls": {
                **image_urls(other, block_rules.from_json(other.blocks)),
                **image_urls(found, block_rules.from_json(found.blocks)),
            },
            "others": [
                (one, reverse("filings:compare_with", args=[public_id, one.public_id]))
                for one in visible.exclude(pk=found.pk).only("number", "state", "public_id")
            ],
        },
    )
