"""The review queue: what was submitted to my office, and the page on which it is reviewed."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.html import format_html

from associations.kinds import Standing
from associations.permissions import signed_in
from huanglong_portal.common import dates
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.officer_admin import OfficerModelAdmin
from huanglong_portal.common.templatetags.portal import state_tag

from ..models import Revision
from ..services import perform
from ..workflow import OPEN, Action, State
from .compare_page import compare_page
from .review_page import review_page


class StageFilter(admin.SimpleListFilter):
    """Stage of the review; without a choice, everything that still needs somebody."""

    title = "办理阶段"
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("mine", "我受理的"),
            *((str(state), state.label) for state in State if state != State.DRAFT),
            ("all", "全部"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Revision]) -> QuerySet[Revision]:
        chosen = self.value()
        if chosen is None:
            return queryset.filter(state__in=OPEN)
        if chosen == "mine":
            return queryset.filter(state__in=OPEN, claimed_by=signed_in(request))
        return queryset if chosen == "all" else queryset.filter(state=chosen)

    def choices(self, changelist: Any) -> Any:
        choices = list(super().choices(changelist))
        choices[0]["display"] = "待办"
        return choices


@admin.register(Revision)
class RevisionAdmin(OfficerModelAdmin):
    """审核: the queue of my office; opening a line opens the review page."""

    list_display = ["title", "association", "material", "stage", "waiting", "claimed_by"]
    list_filter = [
        StageFilter,
        ("slot__round", admin.RelatedOnlyFieldListFilter),
        "filing__material",
        "filing__association__standing",
    ]
    search_fields = ["title", "filing__association__name", "=filing__association__credit_code"]
    search_help_text = "材料名称、组织名称或统一社会信用代码"
    actions = ["claim_selected"]
    ordering = ["submitted_at", "pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        return (
            Revision.objects.visible_to(request.user)
            .select_related("filing__association", "slot__round", "claimed_by")
            .defer("blocks", "fields", "warnings")
        )

    @admin.display(description="组织", ordering="filing__association__name_sort_key")
    def association(self, revision: Revision) -> str:
        association = revision.filing.association
        if association.standing == Standing.NONE:
            return association.name
        return format_html(
            '{} <span class="mark mark--bad">从严 · {}</span>',
            association.name,
            association.get_standing_display(),
        )

    @admin.display(description="材料", ordering="filing__material")
    def material(self, revision: Revision) -> str:
        return revision.filing.get_material_display()

    @admin.display(description="阶段", ordering="state")
    def stage(self, revision: Revision) -> str:
        return render_to_string("partials/state_tag.html", state_tag(revision.state))

    @admin.display(description="已等候", ordering="submitted_at")
    def waiting(self, revision: Revision) -> str:
        if revision.state not in OPEN or revision.submitted_at is None:
            return "—"
        days = (dates.today() - dates.legal_date(revision.submitted_at)).days
        return f"{days} 天" if days else "今天提交"

    @admin.action(description="受理所选材料")
    def claim_selected(self, request: HttpRequest, queryset: QuerySet[Revision]) -> None:
        """Claim each selected revision; every one that could not be is named with its reason."""
        done = 0
        for revision in queryset:
            try:
                perform(revision_id=revision.pk, action=Action.CLAIM, by=signed_in(request))
                done += 1
            except DomainError as refused:
                messages.warning(request, f"{revision.title}：{refused.sentence}")
        messages.success(request, f"已受理 {done} 份材料。")

    def get_urls(self) -> list[Any]:
        return [
            path(
                "<int:revision_id>/compare/",
                self.admin_site.admin_view(self.compare_view),
                name="filings_revision_compare",
            ),
            *super().get_urls(),
        ]

    def compare_view(self, request: HttpRequest, revision_id: int) -> HttpResponse:
        """The version beside an earlier one."""
        return compare_page(self, request, revision_id)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return review_page(self, request, object_id)
