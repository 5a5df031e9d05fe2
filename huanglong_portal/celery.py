"""The Celery application. The outbox table is the queue of record; Celery only delivers."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huanglong_portal.settings")

app = Celery("huanglong_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
