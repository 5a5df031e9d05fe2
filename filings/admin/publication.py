"""What is public and what is not: approved documents and their pointer."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from associations.permissions import signed_in
from huanglong_portal.common.officer_admin import OfficerModelAdmin

from ..models import Filing, PublicationEvent


class PublicationEventInline(admin.TabularInline):
    """Every swap of the pointer, newest first."""

    model = PublicationEvent
    extra = 0
    can_delete = False
    fields = ["version", "kind", "revision", "reason", "by", "at"]

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return signed_in(request).is_officer


@admin.register(Filing)
class FilingAdmin(OfficerModelAdmin):
    """材料与公开: one line a document; publishing is done on the page of its approved version."""

    list_display = ["title", "association", "material", "public", "published_at"]
    list_filter = ["material", ("published_revision", admin.EmptyFieldListFilter)]
    search_fields = ["title", "association__name", "=association__credit_code"]
    search_help_text = "材料名称、组织名称或统一社会信用代码"
    fields = ["title", "association", "material", "published_revision", "published_at"]
    inlines = [PublicationEventInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Filing]:
        return Filing.objects.visible_to(request.user).select_related(
            "association", "published_revision"
        )

    @admin.display(description="公开状态")
    def public(self, filing: Filing) -> str:
        if filing.published_revision is None:
            return "未公开"
        return format_html("已公开 第{}版", filing.published_revision.number)
