"""The officers' site: Django's admin, opened only to people who hold a post, with the desk as
its first page. Sees every app."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

_ORDER = ("filings", "credit", "compilations", "associations", "common")


class OfficerSite(AdminSite):
    """Plain Django admin; who may enter is decided by posts, not by a flag."""

    site_title = "华龙诚信自律报送平台"
    site_header = "华龙诚信自律报送平台 · 审核端"
    index_title = "我的办公桌"
    index_template = "admin/desk.html"
    enable_nav_sidebar = True

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseRedirect:
        """There is one way in for everyone: the portal's own page, with its throttle."""
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_authenticated and request.user.is_officer)

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The pages in the order of the work, filings first; settings last."""
        found = super().get_app_list(request, app_label)
        found.sort(
            key=lambda app: _ORDER.index(app["app_label"]) if app["app_label"] in _ORDER else 99
        )
        return found

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        from .officer_desk import desk

        return super().index(request, {**desk(request.user), **(extra_context or {})})
