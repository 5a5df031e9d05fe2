"""The public list of pledges: newest first, filtered, searched."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property

from associations.kinds import Category, Kind
from associations.models import Association

from ...excerpts import Excerpt, excerpt
from ...materials import Material
from ...models import Filing, SearchEntry
from ...querysets import FilingQuerySet
from ...search_words import query_of
from .caching import public_page

PAGE_SIZE = 20
# Beyond this many hits nobody turns pages: one searches again. Counting and ranking stop here, so
# that a register of a hundred thousand costs what a register of a thousand costs.
MOST_COUNTED = 1000


class BoundedPaginator(Paginator):
    """A paginator that counts no further than MOST_COUNTED."""

    @cached_property
    def count(self) -> int:
        if isinstance(self.object_list, list):
            return len(self.object_list)
        return cast(QuerySet, self.object_list).order_by()[:MOST_COUNTED].count()

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

    def narrow(self, path: str) -> Q:
        """The filters as a condition on the association reached by ``path``."""
        condition = Q()
        if self.category:
            is_trade = self.category == Category.TRADE_ASSOCIATION
            kind = Kind.SOCIETY if is_trade else Kind(self.category)
            condition &= Q(**{f"{path}__kind": kind})
            if kind == Kind.SOCIETY:
                condition &= Q(**{f"{path}__is_trade_association": is_trade})
        if self.industry:
            condition &= Q(**{f"{path}__industry": self.industry})
        return condition


@dataclass(frozen=True, slots=True)
class Hit:
    """One filing the index found; ``by_name`` when the name already shows why."""

    filing_id: int
    by_name: bool


@login_not_required
@public_page
def pledges(request: HttpRequest) -> HttpResponse:
    """Published pledges, newest first; in a search, hits by name before hits by text."""
    wanted = Wanted.of(request)
    found = _hits(wanted) if wanted.words else _pledges().filter(wanted.narrow("association"))
    page = BoundedPaginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    rows = _rows_of_hits(page, wanted) if wanted.words else [(filing, None) for filing in page]
    context = {
        "wanted": wanted,
        "page": page,
        "rows": rows,
        "categories": Category.choices,
        "industries": _industries(),
    }
    return render(request, "filings/public/pledges.html", context)


def _pledges() -> FilingQuerySet:
    return (
        Filing.objects.published()
        .filter(material=Material.PLEDGE)
        .select_related("association")
        .order_by("-published_at", "-pk")
    )


def _rows_of_hits(hits: Iterable[Hit], wanted: Wanted) -> list[tuple[Filing, Excerpt | None]]:
    """The filings of one page of hits, in their order, with the passage that was found."""
    shown = list(hits)
    filings = _pledges().in_bulk([hit.filing_id for hit in shown])
    return [
        (
            filings[hit.filing_id],
            None if hit.by_name else excerpt(filings[hit.filing_id].public_text, wanted.words),
        )
        for hit in shown
        if hit.filing_id in filings
    ]


def _hits(wanted: Wanted) -> list[Hit]:
    """The hits of the index: by name, code or initials first, shortest name first; then by text."""
    query = query_of(wanted.words)
    entries = SearchEntry.objects.listed_publicly().filter(
        wanted.narrow("filing__association"), material=Material.PLEDGE
    )
    named = _first(entries.named(query))
    saying = _first(entries.saying(query)) if len(named) < MOST_COUNTED else []
    by_name = {pk for pk, _, _ in named}
    ranked = sorted(named, key=lambda hit: (len(hit[1]), -hit[2].timestamp()))
    ranked += sorted(
        (hit for hit in saying if hit[0] not in by_name), key=lambda hit: -hit[2].timestamp()
    )
    return [Hit(pk, pk in by_name) for pk, _, _ in ranked][:MOST_COUNTED]


def _first(entries: QuerySet[SearchEntry]) -> list[tuple[int, str, dt.datetime]]:
    """The newest entries, with what they are ranked by."""
    return list(
        entries.order_by("-pk").values_list(
            "pk", "filing__association__name", "filing__published_at"
        )[:MOST_COUNTED]
    )


def _industries() -> list[str]:
    """Industries in use, for the filter; a new one appears within a minute."""
    known: list[str] | None = cache.get("public-industries")
    if known is None:
        in_use = Association.objects.listed_publicly().exclude(industry="").order_by("industry")
        known = list(in_use.values_list("industry", flat=True).distinct())
        cache.set("public-industries", known, 60)
    return known
