"""法定期限: the figures of the regulation, with their source, for the bureau to correct."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import show_refusal
from huanglong_portal.common.officer_admin import OfficerModelAdmin

from .. import services
from ..forms import PeriodForm
from ..models import LegalPeriod
from ..permissions import may_set_periods


@admin.register(LegalPeriod)
class LegalPeriodAdmin(OfficerModelAdmin):
    """One line a period. What was already computed and told to somebody stays as it is."""

    list_display = ["title", "figure", "source", "checked", "changed_by", "changed_at"]
    list_display_links = ["title"]

    @admin.display(description="期限名称", ordering="code")
    def title(self, row: LegalPeriod) -> str:
        return row.period.title

    @admin.display(description="期限", ordering="amount")
    def figure(self, row: LegalPeriod) -> str:
        return f"{row.amount} {row.period.unit.label}"

    @admin.display(description="出处")
    def source(self, row: LegalPeriod) -> str:
        return row.period.source

    @admin.display(description="核对")
    def checked(self, row: LegalPeriod) -> str:
        if row.changed_by_id:
            return f"已按“{row.note}”修改"
        return "已核对原文" if row.period.verified else "待核对原文"

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Correct one figure, with the text it rests on."""
        row = get_object_or_404(LegalPeriod, pk=unquote(object_id))
        may_change = may_set_periods(request.user)
        form = PeriodForm(
            request.POST if may_change and request.method == "POST" else None,
            initial={"amount": row.amount},
        )
        if form.is_bound and form.is_valid():
            try:
                services.set_period(code=row.code, by=request.user, **form.cleaned_data)
            except DomainError as refusal:
                show_refusal(form, refusal)
            else:
                messages.success(request, "期限已修改，从现在起适用；已经告知的期限不变。")
                return redirect("admin:credit_legalperiod_changelist")
        return render(
            request,
            "admin/credit/form.html",
            {
                **self.admin_site.each_context(request),
                "title": row.period.title,
                "lead": f"出处：{row.period.source}。现为 {row.amount} {row.period.unit.label}。",
                "opts": LegalPeriod._meta,
                "form": form if may_change else None,
                "button": "修改",
                "back": reverse("admin:credit_legalperiod_changelist"),
            },
        )
