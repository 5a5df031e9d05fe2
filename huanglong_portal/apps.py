"""The composition root as an app, so that its commands (serve, demo) are found."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "huanglong_portal"
    label = "portal"
    verbose_name = "门户"
