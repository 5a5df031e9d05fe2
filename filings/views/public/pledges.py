"""The public list of pledges: newest first, filtered, searched."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from associations.kinds import Category
from associations.models import Association

from ...excerpts import excerpt
from ...materials import Material
from ...models import Filing
from ...querysets import FilingQuerySet
from .caching import public_page

PAGE_SIZE = 20
# Beyond this many hits nobody turns pages: one searches again. Counting stops here, so that a
# list of a hundred thousand costs what a list of a thousand costs.
MOST_COUNTED = 1000
BY_NAME, BY_TEXT = 0, 1


class BoundedPaginator(Paginator):
    """A paginator that counts no further than MOST_COUNTED."""

    @property
    def count(self) -> int:  # type: ignore[override]
        return self.__dict__.setdefault(
            "_count", self.object_list.order_by()[:MOST_COUNTED].count()
        )

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than was counted."""
        return self.count >= MOST_COUNTED


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked for, as it stands in the address."""

    words: str
    category: str
    industry: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Wanted":
        category = request.GET.get("category", "")
        return cls(
            words=" ".join(request.GET.get("q", "").split())[:60],
            category=category if category in Category.values else "",
            industry=request.GET.get("industry", "").strip()[:40],
        )


@login_not_required
@public_page
def pledges(request: HttpRequest) -> HttpResponse:
    """Published pledges, newest first; in a search, hits by name before hits by text."""
    wanted = Wanted.of(request)
    page = BoundedPaginator(_found(wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    rows = [
        (filing, None if _found_by_name(filing) else excerpt(filing.public_text, wanted.words))
        for filing in page
    ]
    return render(request, "filings/public/pledges.html", _context(wanted, page, rows))


def _context(wanted: Wanted, page: Any, rows: list[Any]) -> dict[str, Any]:
    return {
        "wanted": wanted,
        "page": page,
        "rows": rows,
        "categories": Category.choices,
        "industries": _industries(),
    }


def _found(wanted: Wanted) -> FilingQuerySet:
    found = (
        Filing.objects.published()
        .filter(material=Material.PLEDGE)
        .select_related("association")
        .order_by("-published_at", "-pk")
    )
    if wanted.category:
        found = found.filter(
            association__in=Association.objects.of_category(wanted.category).values("pk")
        )
    if wanted.industry:
        found = found.filter(association__industry=wanted.industry)
    if wanted.words:
        found = _searched(found, wanted.words)
    return found


def _searched(found: FilingQuerySet, words: str) -> FilingQuerySet:
    """By name, code or initials of the organisation first, then by the words of the pledge."""
    named = Association.objects.called(words).values("pk")
    saying = Filing.objects.saying(words).values("pk")
    return (
        found.filter(Q(association__in=named) | Q(pk__in=saying))
        .annotate(
            place=Case(
                When(association__in=named, then=Value(BY_NAME)),
                default=Value(BY_TEXT),
                output_field=IntegerField(),
            ),
            name_length=Length("association__name"),
        )
        .order_by("place", "name_length", "-published_at", "-pk")
    )


def _found_by_name(filing: Filing) -> bool:
    """Whether the name already shows why the filing was found."""
    return getattr(filing, "place", BY_TEXT) == BY_NAME


def _industries() -> list[str]:
    """Industries in use, for the filter; a new one appears within a minute."""
    return cache.get_or_set(
        "public-industries",
        lambda: list(
            Association.objects.listed_publicly()
            .exclude(industry="")
            .order_by("industry")
            .values_list("industry", flat=True)
            .distinct()
        ),
        60,
    )
