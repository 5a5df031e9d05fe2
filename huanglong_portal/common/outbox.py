"""The outbox: work is written down in the transaction that causes it, then delivered.

``post`` inside the transaction; after commit a background thread nudges the broker (never the
request itself: with the broker down that would block for seconds); a worker claims the row under
a lease with a fencing token and runs the topic's handler; ``sweep`` finds what got lost.
Handlers must be harmless when run twice.
"""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from . import dates, nudge
from .models import OutboxMessage

logger = logging.getLogger(__name__)

Handler = Callable[[dict[str, Any], OutboxMessage], None]


@dataclass(frozen=True, slots=True)
class _Topic:
    handler: Handler
    lease: dt.timedelta
    attempts: int


_topics: dict[str, _Topic] = {}


def handles(
    topic: str, *, lease_seconds: int = 300, attempts: int = 5
) -> Callable[[Handler], Handler]:
    """Register the handler of ``topic``; it gets the payload and the claimed message."""

    def register(handler: Handler) -> Handler:
        _topics[topic] = _Topic(handler, dt.timedelta(seconds=lease_seconds), attempts)
        return handler

    return register


def post(
    topic: str, payload: dict[str, Any], *, key: str = "", not_before: dt.datetime | None = None
) -> OutboxMessage:
    """Write the message down in the caller's transaction; it is delivered after commit.

    A message with the same ``key`` is written once, however often it is posted.
    """
    moment = dates.now()
    values = {
        "topic": topic,
        "payload": payload,
        "created_at": moment,
        "not_before": not_before or moment,
    }
    if key:
        message, created = OutboxMessage.objects.get_or_create(key=key, defaults=values)
    else:
        message, created = OutboxMessage.objects.create(**values), True
    if created:
        transaction.on_commit(lambda: nudge.send(message.pk))
    return message


def waiting() -> QuerySet[OutboxMessage]:
    """Messages that are due and that nobody is working on."""
    moment = dates.now()
    return OutboxMessage.objects.filter(
        Q(lease_until__isnull=True) | Q(lease_until__lt=moment),
        done_at__isnull=True,
        parked_at__isnull=True,
        not_before__lte=moment,
    ).order_by("pk")


def deliver(message_id: int) -> bool:
    """Claim the message and run its handler. False when another worker has it or it is done.

    A handler that raises is tried again later, with growing pauses, and parked with its error
    after the topic's number of attempts.
    """
    message = _claim(message_id)
    if message is None:
        return False
    topic = _topics[message.topic]
    mine = OutboxMessage.objects.filter(pk=message.pk, token=message.token)
    try:
        topic.handler(message.payload, message)
    except Exception as error:  # whatever goes wrong, the row must say so and stay
        logger.exception("outbox %s #%s failed", message.topic, message.pk)
        moment = dates.now()
        pause = dt.timedelta(seconds=min(2**message.attempts * 5, 1800))
        mine.update(
            lease_until=None,
            last_error=f"{type(error).__name__}: {error}"[:2000],
            not_before=moment + pause,
            parked_at=moment if message.attempts >= topic.attempts else None,
        )
    else:
        mine.update(done_at=dates.now(), lease_until=None, last_error="")
    return True


def sweep(limit: int = 200) -> int:
    """Nudge again for everything due that was not taken up; returns how many."""
    stale = dates.now() - dt.timedelta(seconds=20)
    ids = list(
        waiting()
        .filter(Q(nudged_at__isnull=True) | Q(nudged_at__lt=stale))
        .values_list("pk", flat=True)[:limit]
    )
    OutboxMessage.objects.filter(pk__in=ids).update(nudged_at=dates.now())
    for message_id in ids:
        nudge.publish(message_id)
    return len(ids)


def drain(*, topics: set[str] | None = None) -> int:
    """Deliver everything due in this process until nothing is left; returns how many.

    For commands and tests that must not depend on a worker being there.
    """
    delivered = 0
    due = _topics.keys() if topics is None else topics
    while ids := list(waiting().filter(topic__in=due).values_list("pk", flat=True)[:100]):
        taken = sum(deliver(message_id) for message_id in ids)
        delivered += taken
        if not taken:  # other workers have them all
            break
    return delivered


def _claim(message_id: int) -> OutboxMessage | None:
    message = OutboxMessage.objects.filter(pk=message_id).first()
    if message is None or message.topic not in _topics:
        return None
    taken = (
        waiting()
        .filter(pk=message_id, token=message.token)
        .order_by()
        .update(
            lease_until=dates.now() + _topics[message.topic].lease,
            attempts=F("attempts") + 1,
            token=F("token") + 1,
        )
    )
    if not taken:
        return None
    message.refresh_from_db()
    return message
