"""Every address of the portal."""

from django.contrib import admin
from django.urls import include, path

from associations.urls import account_patterns

from .home import home
from .landing import landing

handler400 = "huanglong_portal.failures.bad_request"
handler500 = "huanglong_portal.failures.server_error"

urlpatterns = [
    path("", home, name="home"),
    path("", include("filings.urls_public")),
    path("admin/", admin.site.urls),
    path("", include(account_patterns)),
    path("landing/", landing, name="landing"),
    path("", include("associations.urls")),
    path("", include("filings.urls")),
    path("", include("credit.urls")),
    path("", include("compilations.urls")),
]
