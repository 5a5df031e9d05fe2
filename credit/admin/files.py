"""信用档案: every organisation with its score; opening a line opens its credit file."""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html

from associations.models import Association
from associations.services.register import receiving_office_id
from huanglong_portal.common.officer_admin import OfficerModelAdmin
from huanglong_portal.common.templatetags.portal import state_tag

from ..catalogue import Category
from ..models import CreditEntry, Listing, Measure, Score
from ..permissions import may_record
from ..presentation import bill_of, file_lines, history_of, latest_score
from ..scoring.bill import write_points

PAGE_SIZE = 30


@admin.register(Score)
class ScoreAdmin(OfficerModelAdmin):
    """The score that holds now, best first. No public ranking: this list is for officers."""

    list_display = ["association_name", "points", "band", "uncapped_points", "standing", "on"]
    list_display_links = None
    list_filter = [
        "band",
        "association__standing",
        "association__kind",
        "association__is_trade_association",
    ]
    search_fields = [
        "association__name",
        "=association__credit_code",
        "association__name_initials",
    ]
    search_help_text = "名称、统一社会信用代码或拼音首字母"
    ordering = ["-total", "association"]
    change_list_template = "admin/credit/files.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Score]:
        return (
            Score.objects.visible_to(request.user)
            .current()
            .select_related("association")
            .defer("lines")
        )

    @admin.display(description="社会组织", ordering="association__name_sort_key")
    def association_name(self, score: Score) -> str:
        url = reverse("admin:credit_file", args=[score.association_id])
        return format_html('<a href="{}">{}</a>', url, score.association.name)

    @admin.display(description="得分", ordering="total")
    def points(self, score: Score) -> str:
        return write_points(score.total)

    @admin.display(description="封顶前", ordering="uncapped")
    def uncapped_points(self, score: Score) -> str:
        return write_points(score.uncapped) if score.uncapped != score.total else "—"

    @admin.display(description="名录", ordering="association__standing")
    def standing(self, score: Score) -> str:
        return render_to_string("partials/state_tag.html", state_tag(score.association.standing))

    def get_urls(self) -> list[Any]:
        return [
            path(
                "file/<int:association_id>/",
                self.admin_site.admin_view(self.file_view),
                name="credit_file",
            ),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        score = get_object_or_404(
            self.get_queryset(request), pk=object_id if object_id.isdigit() else 0
        )
        return redirect("admin:credit_file", score.association_id)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        pending = Listing.objects.visible_to(request.user).pending()
        counts = Score.objects.current().aggregate(
            **{band: Count("pk", filter=Q(band=band)) for band in "ABCDN"}
        )
        listing_url = reverse("admin:credit_listing_changelist")
        figures = [
            *(
                {"value": counts[band], "label": label, "url": f"?band__exact={band}"}
                for band, label in Score._meta.get_field("band").choices
            ),
            {"value": pending.count(), "label": "名录事项办理中", "url": listing_url},
            {
                "value": CreditEntry.objects.entered_late().count(),
                "label": "逾期录入",
                "url": f"{reverse('admin:credit_creditentry_changelist')}?entered_late__exact=1",
            },
        ]
        return super().changelist_view(
            request, {**(extra_context or {}), "figures": figures, "title": "信用档案"}
        )

    def file_view(self, request: HttpRequest, association_id: int) -> HttpResponse:
        """The credit file of one organisation: score as a bill, entries, and the lists apart."""
        association = get_object_or_404(
            Association.objects.visible_to(request.user), pk=association_id
        )
        score = latest_score(association)
        entries = CreditEntry.objects.visible_to(request.user).filter(association=association)
        category = request.GET.get("category", "")
        if category in Category.values:
            entries = entries.filter(category=category)
        page = Paginator(entries.order_by("-occurred_on", "-pk"), PAGE_SIZE).get_page(
            request.GET.get("page")
        )
        listings = Listing.objects.visible_to(request.user).filter(association=association)
        return render(
            request,
            "admin/credit/file.html",
            {
                **self.admin_site.each_context(request),
                "title": f"{association.name}的信用档案",
                "opts": Score._meta,
                "association": association,
                "score": score,
                "bill": bill_of(score) if score else None,
                "history": history_of(association),
                "listings": listings.order_by("-proposed_at"),
                "measures": Measure.objects.in_force().filter(association=association),
                "page": page,
                "lines": file_lines(page.object_list),
                "categories": Category.choices,
                "category": category,
                "may_record": may_record(
                    request.user, association, receiving_office_id(association)
                ),
            },
        )
