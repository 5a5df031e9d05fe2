"""People, posts and offices: kept by 系统管理员."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from huanglong_portal.common import audit
from huanglong_portal.common.officer_admin import AdministratorModelAdmin

from ..models import Mandate, Office, Posting, RoutingRule, User


class _AuditedAdmin(AdministratorModelAdmin):
    """A setting whose every change is on the trail."""

    def save_model(
        self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        audit.record(
            f"associations.{'edit' if change else 'add'}_{obj._meta.model_name}",
            actor=request.user,
            target=obj,
            data={"changed": form.changed_data, "now": str(obj)},
        )


class PostingInline(admin.TabularInline):
    """Posts of an officer."""

    model = Posting
    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return bool(request.user.holds("administrator"))

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return bool(request.user.holds("administrator"))

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return bool(request.user.holds("administrator"))


class MandateInline(admin.TabularInline):
    """Organisations for which a person acts; changed on the organisation's page."""

    model = Mandate
    fk_name = "user"
    extra = 0
    can_delete = False
    fields = ["association", "role", "valid_from", "valid_until", "revoked_at"]

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return bool(request.user.holds("administrator"))

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


# What a person may do follows from posts and mandates; groups have no meaning here.
admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(_AuditedAdmin, DjangoUserAdmin):
    """People. Django's own form for passwords, no permissions to tick: posts decide."""

    list_display = ["username", "name", "email", "is_staff", "is_active", "last_login"]
    list_filter = ["is_staff", "is_active"]
    search_fields = ["username", "name", "email"]
    ordering = ["username"]
    filter_horizontal = ()
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("人员", {"fields": ["name", "email", "mobile", "is_staff", "is_active"]}),
        ("登录", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    "name",
                    "email",
                    "is_staff",
                    "usable_password",
                    "password1",
                    "password2",
                ]
            },
        )
    ]
    readonly_fields = ["last_login", "date_joined"]
    inlines = [PostingInline, MandateInline]

    def get_inlines(self, request: HttpRequest, obj: User | None) -> list[Any]:
        return [] if obj is None else list(self.inlines)


@admin.register(Office)
class OfficeAdmin(_AuditedAdmin):
    """The two receiving offices."""

    list_display = ["name", "slug", "phone"]


@admin.register(RoutingRule)
class RoutingRuleAdmin(_AuditedAdmin):
    """Which office receives which category; rounds already drafted keep their own copy."""

    list_display = ["category", "office"]
