"""The public home page: what this is, how many have pledged, what is newest, where to go."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from associations.kinds import Category, category_of
from associations.models import Association
from filings.materials import Material
from filings.models import Filing, PublicationEvent, Round
from filings.views.public.caching import public_page
from filings.views.public.documents import listed_title

NEWEST = 6
CASES = 3


@login_not_required
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The face of the portal."""
    newest = (
        Filing.objects.published()
        .filter(material=Material.PLEDGE)
        .select_related("association")
        .defer("public_text")
        .order_by("-published_at", "-pk")[:NEWEST]
    )
    cases = (
        Filing.objects.published()
        .filter(material=Material.CASE)
        .select_related("association", "published_revision")
        .defer("public_text", "published_revision__blocks")
        .order_by("-published_at", "-pk")[:CASES]
    )
    return render(
        request,
        "public/home.html",
        {
            "newest": newest,
            "cases": [(filing, listed_title(filing)) for filing in cases],
            "figures": _figures(),
            "round": Round.objects.open().order_by("closes_on").first(),
        },
    )


def _figures() -> dict[str, Any]:
    """How many have pledged, by category.

    Counted again whenever anything was published or withdrawn, and at least once a minute.
    """
    newest_swap = PublicationEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
    key = f"home-figures-{newest_swap}"
    figures: dict[str, Any] | None = cache.get(key)
    if figures is None:
        figures = _count()
        cache.set(key, figures, 60)
    return figures


def _count() -> dict[str, Any]:
    registered = _by_category(Association.objects.admitted())
    pledged = _by_category(
        Association.objects.listed_publicly().filter(
            pk__in=Filing.objects.filter(
                material=Material.PLEDGE, published_revision__isnull=False
            ).values("association")
        )
    )
    return {
        "registered": sum(registered.values()),
        "pledged": sum(pledged.values()),
        "rows": [
            (
                category.label,
                pledged.get(category, 0),
                f"{reverse('public:pledges')}?category={category}",
            )
            for category in Category
        ],
    }


def _by_category(associations: Any) -> dict[Category, int]:
    counted: dict[Category, int] = {}
    grouped = associations.order_by().values("kind", "is_trade_association")
    for row in grouped.annotate(count=Count("pk")):
        category = category_of(row["kind"], row["is_trade_association"])
        counted[category] = counted.get(category, 0) + row["count"]
    return counted
