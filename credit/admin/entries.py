"""信用信息: looked at, added and retracted through the doors, never changed or deleted."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html

from associations.models import Association
from associations.services.register import receiving_office_id
from huanglong_portal.common import dates
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import show_refusal
from huanglong_portal.common.officer_admin import OfficerModelAdmin

from .. import services
from ..forms import EntryForm, ReasonForm
from ..models import CreditEntry
from ..permissions import may_record
from ..submitting import sent, submitted


@admin.register(CreditEntry)
class CreditEntryAdmin(OfficerModelAdmin):
    """All entries, newest first."""

    list_display = [
        "fact",
        "association_name",
        "tone",
        "occurred_on",
        "source",
        "entered",
        "ended",
    ]
    list_filter = ["category", "tone", "severity", "entered_late"]
    search_fields = ["association__name", "=association__credit_code", "source"]
    search_help_text = "组织名称、统一社会信用代码或信息来源"
    ordering = ["-entered_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[CreditEntry]:
        return (
            CreditEntry.objects.visible_to(request.user)
            .select_related("association", "entered_by", "paper")
            .prefetch_related("endings")
        )

    @admin.display(description="事项", ordering="code")
    def fact(self, entry: CreditEntry) -> str:
        return entry.title

    @admin.display(description="社会组织", ordering="association__name_sort_key")
    def association_name(self, entry: CreditEntry) -> str:
        url = reverse("admin:credit_file", args=[entry.association_id])
        return format_html('<a href="{}">{}</a>', url, entry.association.name)

    @admin.display(description="录入", ordering="entered_at")
    def entered(self, entry: CreditEntry) -> str:
        day = dates.write_date(dates.legal_date(entry.entered_at))
        if not entry.entered_late:
            return day
        return format_html('{} <span class="mark mark--bad">逾期</span>', day)

    @admin.display(description="终止")
    def ended(self, entry: CreditEntry) -> str:
        return "、".join(ending.get_kind_display() for ending in entry.endings.all()) or "—"

    def get_urls(self) -> list[Any]:
        return [
            path(
                "record/<int:association_id>/",
                self.admin_site.admin_view(self.record_view),
                name="credit_record",
            ),
            path(
                "<int:entry_id>/retract/",
                self.admin_site.admin_view(self.retract_view),
                name="credit_retract",
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
        """One entry with its papers and what became of it."""
        entry = get_object_or_404(
            self.get_queryset(request).select_related("revision"),
            pk=object_id if object_id.isdigit() else 0,
        )
        return render(
            request,
            "admin/credit/entry.html",
            {
                **self.admin_site.each_context(request),
                "title": entry.title,
                "opts": CreditEntry._meta,
                "entry": entry,
                "facts": _facts(entry),
                "endings": entry.endings.select_related("by"),
                "may_retract": not entry.endings.filter(kind="retracted").exists()
                and _may_record(request, entry.association),
            },
        )

    def record_view(self, request: HttpRequest, association_id: int) -> HttpResponse:
        """Add an entry to one organisation's file."""
        association = self._own_organisation(request, association_id)
        form = EntryForm(*sent(request))

        def record(paper_id: int | None) -> None:
            typed = form.cleaned_data
            services.record_entry(
                association_id=association.pk,
                code=typed["code"],
                occurred_on=typed["occurred_on"],
                obtained_on=typed["obtained_on"],
                valid_until=typed["valid_until"],
                quantity=typed["quantity"] or 0,
                source=typed["source"],
                description=typed["description"],
                publicity=typed["publicity"],
                paper_id=paper_id,
                by=request.user,
            )

        if request.method == "POST" and submitted(request, form, association.pk, record):
            messages.success(request, "已录入，得分已重新计算。")
            return redirect("admin:credit_file", association.pk)
        return self._form_page(
            request,
            association,
            form,
            title="录入信用信息",
            lead="信息产生或者获知后 5 个工作日内录入。录入后不能修改；录错的，撤销后重新录入。",
            button="录入",
        )

    def retract_view(self, request: HttpRequest, entry_id: int) -> HttpResponse:
        """Take back an entry that was wrong."""
        entry = get_object_or_404(self.get_queryset(request), pk=entry_id)
        association = self._own_organisation(request, entry.association_id)
        form = ReasonForm(sent(request)[0])
        if request.method == "POST" and form.is_valid():
            try:
                services.retract_entry(
                    entry_id=entry.pk, reason=form.cleaned_data["reason"], by=request.user
                )
            except DomainError as refusal:
                show_refusal(form, refusal)
            else:
                messages.success(request, "已撤销，得分已重新计算。原记录仍保留在档案中。")
                return redirect("admin:credit_file", association.pk)
        return self._form_page(
            request,
            association,
            form,
            title=f"撤销“{entry.title}”",
            lead="撤销后，这条信息自始不计入得分，但仍保留在档案中，并注明撤销的原因。",
            button="撤销",
        )

    def _own_organisation(self, request: HttpRequest, association_id: int) -> Association:
        association = get_object_or_404(
            Association.objects.visible_to(request.user), pk=association_id
        )
        if not _may_record(request, association):
            raise Http404
        return association

    def _form_page(
        self, request: HttpRequest, association: Association, form: Any, **words: str
    ) -> HttpResponse:
        return render(
            request,
            "admin/credit/form.html",
            {
                **self.admin_site.each_context(request),
                "opts": CreditEntry._meta,
                "association": association,
                "form": form,
                "back": reverse("admin:credit_file", args=[association.pk]),
                **words,
            },
        )


def _may_record(request: HttpRequest, association: Association) -> bool:
    return may_record(request.user, association, receiving_office_id(association))


def _facts(entry: CreditEntry) -> list[tuple[str, str]]:
    return [
        ("社会组织", entry.association.name),
        ("类别", entry.get_category_display()),
        ("性质", entry.get_tone_display()),
        ("失信程度", entry.get_severity_display() if entry.severity else ""),
        ("说明", entry.description),
        ("发生日期", dates.write_date(entry.occurred_on)),
        ("获知日期", dates.write_date(entry.obtained_on)),
        ("有效期至", dates.write_date(entry.valid_until) if entry.valid_until else ""),
        ("信息来源", entry.source),
        ("公开范围", entry.get_publicity_display()),
        ("录入", f"{entry.entered_by or '平台自动记录'}，{dates.write_datetime(entry.entered_at)}"),
        (
            "归集期限",
            f"{dates.write_date(entry.due_on)}{'（逾期录入）' if entry.entered_late else ''}"
            if entry.due_on
            else "当年的节假日安排尚未录入，未计算",
        ),
        ("规定出处", entry.kind.source),
    ]
