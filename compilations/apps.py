"""App configuration: receivers are connected when the registry is ready."""

from django.apps import AppConfig


class CompilationsConfig(AppConfig):
    name = "compilations"
    verbose_name = "汇编编印"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import receivers, tasks  # noqa: F401
