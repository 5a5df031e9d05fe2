"""The officers’ tables of volumes, editions and print runs; the desk changes them."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from huanglong_portal.common.officer_admin import AdministratorModelAdmin, OfficerModelAdmin

from .models import Build, Edition, Volume


@admin.register(Volume)
class VolumeAdmin(AdministratorModelAdmin):
    """汇编书目: the titles of the notice, and further volumes (“等”)."""

    list_display = ["position", "title", "material", "active"]
    list_display_links = ["title"]


@admin.register(Edition)
class EditionAdmin(OfficerModelAdmin):
    """编印版本, each with the way to its five spines."""

    list_display = ["title", "round", "state", "created_at", "released_at", "spines"]
    list_filter = ["state", "year"]
    fields = ["title", "round", "number", "state", "order_by", "created_by", "created_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return Edition.objects.visible_to(request.user).select_related("round", "created_by")

    @admin.display(description="编印")
    def spines(self, edition: Edition) -> str:
        return format_html(
            '<a href="{}">打开</a>', reverse("compilations:edition", args=[edition.public_id])
        )


@admin.register(Build)
class BuildAdmin(OfficerModelAdmin):
    """编印任务: every run with its inputs, stage and result."""

    list_display = ["edition_volume", "is_proof", "state", "pages", "requested_at", "seconds"]
    list_filter = ["state", "is_proof"]
    fields = [
        "edition_volume",
        "is_proof",
        "state",
        "error",
        "pages",
        "total",
        "reused",
        "input_digest",
        "requested_by",
        "requested_at",
        "finished_at",
        "seconds",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Build]:
        return (
            Build.objects.visible_to(request.user)
            .select_related("edition_volume__edition", "edition_volume__volume", "requested_by")
            .defer("manifest")
        )
