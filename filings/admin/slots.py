"""Who has filed and who has not: the lines of all task lists of my office."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from huanglong_portal.common.officer_admin import OfficerModelAdmin
from huanglong_portal.common.templatetags.portal import state_tag

from ..models import Slot
from ..querysets import PROGRESS


class ProgressFilter(admin.SimpleListFilter):
    """How far a line has come."""

    title = "办理情况"
    parameter_name = "progress"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(PROGRESS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Slot]) -> QuerySet[Slot]:
        return queryset.filter(progress=self.value()) if self.value() else queryset


@admin.register(Slot)
class SlotAdmin(OfficerModelAdmin):
    """报送进度: every organisation and material of a round, with its state."""

    list_display = ["association", "material", "round", "progress", "due"]
    list_filter = [
        ("round", admin.RelatedOnlyFieldListFilter),
        ProgressFilter,
        "material",
        "association__kind",
    ]
    search_fields = ["association__name", "=association__credit_code"]
    search_help_text = "组织名称或统一社会信用代码"
    ordering = ["association__name_sort_key", "material"]
    fields = ["association", "round", "material", "office", "extended_to", "extension_reason"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Slot]:
        return (
            Slot.objects.visible_to(request.user)
            .with_progress()
            .select_related("association", "round", "office")
        )

    @admin.display(description="办理情况")
    def progress(self, slot: Slot) -> str:
        key = slot.progress  # type: ignore[attr-defined]
        return render_to_string("partials/state_tag.html", state_tag(key, PROGRESS[key]))

    @admin.display(description="截止日期", ordering="round__closes_on")
    def due(self, slot: Slot) -> object:
        return slot.due_on
