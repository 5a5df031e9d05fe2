"""Public pages: the two lists, one listing, and the standing of anyone."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from associations.models import Association
from huanglong_portal.common import dates

from ..listings.grounds import ListKind
from ..lookup import naming
from ..models import Listing
from ..presentation import TITLES, docket_of
from ..scoring import CURRENT
from ..scoring.in_words import adjustments_in_words, dimensions_in_words

PAGE_SIZE = 20
MOST_FOUND = 20
_LONGEST_QUERY = 60


@login_not_required
@never_cache
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """活动异常名录 and 严重违法失信名单: what is published now, newest first."""
    kind = request.GET.get("list", "")
    words = " ".join(request.GET.get("q", "").split())[:_LONGEST_QUERY]
    listings = (
        Listing.objects.published().select_related("association").order_by("-listed_on", "-pk")
    )
    counts = {value: listings.filter(list_kind=value).count() for value in ListKind.values}
    if kind in ListKind.values:
        listings = listings.filter(list_kind=kind)
    if words:
        listings = listings.filter(naming(words, "association__"))
    page = Paginator(listings, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "credit/lists.html",
        {
            "page": page,
            "kind": kind,
            "words": words,
            "kinds": [(value, label, counts[value]) for value, label in ListKind.choices],
        },
    )


@login_not_required
@never_cache
@require_safe
def listing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One published listing with its decision; 404 as soon as it is published no more."""
    found = get_object_or_404(
        Listing.objects.published().select_related("association"), public_id=public_id
    )
    return render(
        request,
        "credit/public_listing.html",
        {"section": "credit:lists", "listing": found, "docket": docket_of(found)},
    )


@login_not_required
@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Check anyone by name or code: registration state, standing, published listings.

    The score is not shown: it is no public fact (only the lists are, 民政部令第60号).
    """
    words = " ".join(request.GET.get("q", "").split())[:_LONGEST_QUERY]
    found: list[Association] = []
    if words:
        everyone = Association.objects.listed_publicly()
        exact = everyone.filter(credit_code=words.upper())
        found = list(
            (exact if exact.exists() else everyone.filter(naming(words)))[: MOST_FOUND + 1]
        )
    shown = found[0] if len(found) == 1 else None
    listings = (
        Listing.objects.published().filter(association=shown).order_by("-listed_on")
        if shown
        else Listing.objects.none()
    )
    return render(
        request,
        "credit/check.html",
        {
            "section": "credit:lists",
            "words": words,
            "found": found[:MOST_FOUND],
            "more": len(found) > MOST_FOUND,
            "association": shown,
            "listings": listings,
            "asked_at": dates.now(),
        },
    )


@login_not_required
@never_cache
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """How the index is computed, from the rule set in force itself."""
    return render(
        request,
        "credit/rules.html",
        {
            "section": "credit:lists",
            "rules": CURRENT,
            "dimensions": dimensions_in_words(CURRENT, TITLES),
            "adjustments": adjustments_in_words(CURRENT, TITLES),
        },
    )
