"""The outbox's Celery tasks: deliver a message, sweep for lost ones."""

from typing import Any

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMessage

from . import outbox
from .models import OutboxMessage


@shared_task(acks_late=True, reject_on_worker_lost=True, ignore_result=True)
def deliver_message(message_id: int) -> None:
    """Deliver one outbox message; harmless when it was delivered before."""
    outbox.deliver(int(message_id))


@shared_task(ignore_result=True)
def sweep_outbox() -> None:
    """Nudge again for messages whose hint was lost."""
    outbox.sweep()


@outbox.handles("mail", attempts=40)
def send_mail(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Send one mail; a mail server that is away is tried again for days."""
    EmailMessage(
        subject=payload["subject"],
        body=payload["body"],
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[payload["to"]],
        headers={"X-Portal-Message": str(message.pk)},
    ).send()
