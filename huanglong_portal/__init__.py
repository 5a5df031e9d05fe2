"""Composition root: settings, URLs, Celery, and the pages that see every app."""

from .celery import app as celery_app

__all__ = ["celery_app"]
