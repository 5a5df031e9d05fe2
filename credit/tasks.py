"""Work in the background: scores change with the calendar, not only with what happens."""

from celery import shared_task

from . import services


@shared_task(name="credit.tasks.rescore_all")
def rescore_all() -> None:
    """Compute all scores for today: windows close and terms end without anybody doing anything."""
    services.rescore()
