"""The composition root as an app, so that its commands (serve, demo) are found."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "huanglong_portal"
    label = "portal"
    verbose_name = "门户"


class OfficerAdminConfig(AdminConfig):
    """Makes the officers' site the default admin site."""

    default_site = "huanglong_portal.officer_site.OfficerSite"
