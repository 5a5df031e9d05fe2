"""豁免: requests to set a hard rule aside, how often each rule was, and the decision."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from associations.permissions import signed_in
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import show_refusal
from huanglong_portal.common.officer_admin import OfficerModelAdmin
from huanglong_portal.common.templatetags.portal import state_tag

from .. import permissions, services
from ..checks.table import BY_ID
from ..finding_groups import source_of
from ..forms.answers import WaiverDecisionForm
from ..models import Waiver


def _title(rule_id: str) -> str:
    return BY_ID[rule_id].title if rule_id in BY_ID else rule_id


class RuleFilter(admin.SimpleListFilter):
    """Which rule was to be set aside; only rules that somebody asked about."""

    title = "规则"
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        asked = Waiver.objects.visible_to(request.user).order_by("rule_id").values_list("rule_id")
        return [(rule_id, _title(rule_id)) for (rule_id,) in asked.distinct()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Waiver]) -> QuerySet[Waiver]:
        return queryset.filter(rule_id=self.value()) if self.value() else queryset


@admin.register(Waiver)
class WaiverAdmin(OfficerModelAdmin):
    """豁免: waiting ones first; opening a line opens the page on which it is decided."""

    list_display = ["rule", "association", "material", "stage", "asked_at", "valid_until"]
    list_filter = ["state", RuleFilter, "filing__material"]
    search_fields = ["filing__association__name", "filing__title"]
    search_help_text = "组织名称或材料名称"
    ordering = [F("decided_at").desc(nulls_first=True), "-asked_at", "-pk"]
    change_list_template = "admin/filings/waiver_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Waiver]:
        return Waiver.objects.visible_to(request.user).select_related(
            "filing__association", "office", "asked_by", "decided_by"
        )

    @admin.display(description="规则", ordering="rule_id")
    def rule(self, waiver: Waiver) -> str:
        return _title(waiver.rule_id)

    @admin.display(description="组织", ordering="filing__association__name_sort_key")
    def association(self, waiver: Waiver) -> str:
        return waiver.filing.association.name

    @admin.display(description="材料", ordering="filing__material")
    def material(self, waiver: Waiver) -> str:
        return waiver.filing.get_material_display()

    @admin.display(description="状态", ordering="state")
    def stage(self, waiver: Waiver) -> str:
        return render_to_string(
            "partials/state_tag.html",
            state_tag(f"waiver_{waiver.state}", waiver.get_state_display()),
        )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        counts = (
            Waiver.objects.visible_to(request.user)
            .order_by("rule_id")
            .values("rule_id")
            .annotate(
                waiting=Count("pk", filter=Q(state=Waiver.State.ASKED)),
                allowed=Count("pk", filter=Q(state=Waiver.State.ALLOWED)),
                refused=Count("pk", filter=Q(state=Waiver.State.REFUSED)),
            )
        )
        rules = [{**row, "title": _title(row["rule_id"])} for row in counts]
        return super().changelist_view(request, {"rules": rules, **(extra_context or {})})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What was found and why it should not hold; the 负责人 decides at the foot."""
        waiver = self.get_object(request, object_id)
        if waiver is None:
            raise Http404
        form = WaiverDecisionForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                services.decide_waiver(
                    waiver_id=waiver.pk,
                    allow=request.POST.get("act") == "allow",
                    by=signed_in(request),
                    **form.cleaned_data,
                )
            except DomainError as refusal:
                show_refusal(form, refusal)
                waiver.refresh_from_db()
            else:
                messages.success(request, "豁免申请已决定，并已通知报送人。")
                return HttpResponseRedirect(reverse("admin:filings_waiver_changelist"))
        rule = BY_ID.get(waiver.rule_id)
        return render(
            request,
            "admin/filings/waiver.html",
            {
                **self.admin_site.each_context(request),
                "title": f"豁免：{_title(waiver.rule_id)}",
                "opts": Waiver._meta,
                "waiver": waiver,
                "rule": rule,
                "source": source_of(rule.source) if rule else None,
                "form": form,
                "may_decide": waiver.state == Waiver.State.ASKED
                and permissions.may_decide_waiver(signed_in(request), waiver),
                "shown": waiver.filing.revisions.visible_to(request.user)
                .order_by("-number")
                .first(),
            },
        )
