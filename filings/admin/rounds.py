"""Rounds (报送通知): drafted with their scope, opened, closed."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from associations.permissions import signed_in
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.officer_admin import OfficerModelAdmin

from .. import permissions, services
from ..models import Round, RoundRequirement, RoundRoute
from ..services.rounds import copy_scope


class _DraftOnlyInline(admin.TabularInline):
    """Part of a round's scope; editable while the round is a draft."""

    extra = 0

    def _editable(self, request: HttpRequest, obj: Round | None) -> bool:
        return permissions.may_manage_rounds(request.user) and (
            obj is None or obj.state == Round.State.DRAFT
        )

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return signed_in(request).is_officer

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._editable(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._editable(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._editable(request, obj)


class RouteInline(_DraftOnlyInline):
    """受理分工 of this round, copied from the general table."""

    model = RoundRoute
    max_num = 4


class RequirementInline(_DraftOnlyInline):
    """Which category files which materials in this round."""

    model = RoundRequirement


@admin.register(Round)
class RoundAdmin(OfficerModelAdmin):
    """Drafting, opening and closing rounds; scope is copied when the draft is saved."""

    list_display = ["title", "year", "state", "opens_on", "closes_on", "organisations"]
    list_filter = ["state", "year"]
    search_fields = ["title", "slug"]
    fields = [
        "title",
        "slug",
        "year",
        ("opens_on", "closes_on"),
        "contact",
        "text",
        "state",
        "opened_at",
    ]
    readonly_fields = ["state", "opened_at"]
    inlines = [RouteInline, RequirementInline]
    change_form_template = "admin/filings/round.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Round]:
        return (
            super()
            .get_queryset(request)
            .annotate(organisation_count=Count("slots__association", distinct=True))
        )

    @admin.display(description="报送单位数")
    def organisations(self, announced: Round) -> int:
        return announced.organisation_count  # type: ignore[attr-defined]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return permissions.may_manage_rounds(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.may_manage_rounds(request.user) and (
            obj is None or obj.state == Round.State.DRAFT
        )

    def get_inlines(self, request: HttpRequest, obj: Round | None) -> list[Any]:
        return [] if obj is None else self.inlines

    def save_model(self, request: HttpRequest, obj: Round, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = signed_in(request)
            obj.created_at = dates.now()
        super().save_model(request, obj, form, change)
        copy_scope(obj)
        audit.record(
            "filings.edit_round" if change else "filings.draft_round",
            actor=request.user,
            target=obj,
            data={"changed": form.changed_data},
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        step = {"open": services.open_round, "close": services.close_round}.get(
            request.POST.get("step", "")
        )
        if step is not None:
            try:
                moved = step(round_id=int(object_id), by=signed_in(request))
                messages.success(request, f"{moved.title}：{moved.get_state_display()}。")
            except DomainError as refused:
                messages.error(request, refused.sentence)
            return HttpResponseRedirect(reverse("admin:filings_round_change", args=[object_id]))
        may_step = permissions.may_manage_rounds(request.user)
        return super().change_view(
            request, object_id, form_url, {**(extra_context or {}), "may_step": may_step}
        )
