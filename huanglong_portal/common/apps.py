"""The shared kernel."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "huanglong_portal.common"
    label = "common"
    verbose_name = "公共记录"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import tasks  # noqa: F401 - registers the handler of mail
