"""Base of the officers' pages: everything is looked at here and changed only through services."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest


class OfficerModelAdmin(admin.ModelAdmin):
    """Officers may look. Adding, changing and deleting are denied unless a class allows them."""

    actions: Any = None
    list_per_page = 50
    show_full_result_count = False

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
