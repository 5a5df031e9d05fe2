"""Base of the officers' pages: everything is looked at here and changed only through services."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .models import AuditEvent


class OfficerModelAdmin(admin.ModelAdmin):
    """Officers may look. Adding, changing and deleting are denied unless a class allows them."""

    actions: Any = None
    list_per_page = 50
    show_full_result_count = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A list is headed by what it lists, not by Django's “选择…查看”."""
        title = {"title": self.opts.verbose_name_plural}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The history of a thing is the audit trail, not Django's own log."""
        thing = self.get_object(request, object_id)
        if thing is None or not self.has_view_permission(request, thing):
            raise Http404
        events = AuditEvent.objects.filter(
            target_type=thing._meta.label, target_id=str(thing.pk)
        ).select_related("actor")[:200]
        return render(
            request,
            "admin/object_history.html",
            {
                **self.admin_site.each_context(request),
                "title": f"{thing}：操作记录",
                "object": thing,
                "opts": self.opts,
                "events": events,
                **(extra_context or {}),
            },
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_authenticated and request.user.is_officer)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class AdministratorModelAdmin(OfficerModelAdmin):
    """Settings of the portal, for 系统管理员 only."""

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_authenticated and request.user.holds("administrator"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_view_permission(request)
