"""Officers' pages of the shared records: the trail, the outbox, the holiday table."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from . import audit, dates
from .models import AuditEvent, CalendarDay, OutboxMessage
from .officer_admin import AdministratorModelAdmin, OfficerModelAdmin


@admin.register(AuditEvent)
class AuditEventAdmin(OfficerModelAdmin):
    """The trail: read only, for everyone in the bureau."""

    list_display = ["seq", "at", "actor", "action", "target_type", "target_id", "ip"]
    list_select_related = ["actor"]
    search_fields = ["=target_id", "=action", "=request_id"]
    search_help_text = "对象编号、动作或请求编号（错误页上的编号）"
    date_hierarchy = "at"


@admin.register(OutboxMessage)
class OutboxMessageAdmin(AdministratorModelAdmin):
    """Work waiting to leave: what was parked can be tried again."""

    list_display = ["id", "topic", "created_at", "attempts", "done_at", "parked_at", "last_error"]
    list_filter = [
        "topic",
        ("done_at", admin.EmptyFieldListFilter),
        ("parked_at", admin.EmptyFieldListFilter),
    ]
    actions = ["try_again"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: object = None) -> list[str]:
        return [field.name for field in OutboxMessage._meta.fields]

    @admin.action(description="重新执行所选的搁置事项")
    def try_again(self, request: HttpRequest, queryset: QuerySet[OutboxMessage]) -> None:
        count = queryset.filter(parked_at__isnull=False).update(
            parked_at=None, attempts=0, not_before=dates.now(), lease_until=None
        )
        messages.success(request, f"{count} 件搁置事项将重新执行。")


@admin.register(CalendarDay)
class CalendarDayAdmin(AdministratorModelAdmin):
    """Corrections of the holiday calendar."""

    list_display = ["day", "works", "note"]
    date_hierarchy = "day"

    def save_model(
        self, request: HttpRequest, obj: CalendarDay, form: object, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        audit.record(
            "common.correct_calendar",
            actor=request.user,
            target=obj,
            data={"day": obj.day.isoformat(), "works": obj.works},
        )
