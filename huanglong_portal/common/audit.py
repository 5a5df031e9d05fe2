"""The audit trail: append-only, attributed, hash-chained, verifiable."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import connection, models

from . import dates, requests
from .models import AuditEvent

GENESIS = "0" * 64
_LOCK = 4109_0200_0001  # advisory lock that serialises the chain on PostgreSQL
_LONGEST_TEXT = 2000


def record(
    action: str,
    *,
    actor: Any,
    target: models.Model,
    association_id: int | None = None,
    revision_digest: str = "",
    data: dict[str, Any] | None = None,
) -> AuditEvent:
    """Append one event in the caller's transaction and return it.

    ``action`` is ``app.verb`` (“filings.submit”); ``actor`` a User, or None for the system;
    ``data`` must be JSON-able and free of passwords and identity numbers. Raises RuntimeError
    outside a transaction: a change and its trail stand or fall together.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record must run in the transaction of the change it records")
    if isinstance(actor, AnonymousUser):
        actor = None
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = AuditEvent.objects.order_by("-seq").values("seq", "hash").first()
    context = requests.current()
    event = AuditEvent(
        seq=last["seq"] + 1 if last else 1,
        at=dates.now(),
        actor=actor,
        action=action,
        target_type=target._meta.label,
        target_id=str(target.pk),
        association_id=association_id,
        revision_digest=revision_digest,
        ip=context.ip,
        request_id=context.request_id,
        data=_bounded(data or {}),
        previous_hash=last["hash"] if last else GENESIS,
    )
    event.hash = fingerprint(event)
    event.save(force_insert=True)
    return event


def fingerprint(event: AuditEvent) -> str:
    """SHA-256 over everything the event says and the hash before it."""
    said = [
        event.seq,
        event.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        event.actor_id,
        event.action,
        event.target_type,
        event.target_id,
        event.association_id,
        event.revision_digest,
        event.ip,
        event.request_id,
        event.data,
        event.previous_hash,
    ]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def broken_links() -> Iterator[tuple[int, str]]:
    """Walk the chain and yield (seq, what is wrong) for every event that does not fit."""
    previous_hash, expected = GENESIS, 1
    for event in AuditEvent.objects.order_by("seq").iterator(chunk_size=2000):
        if event.seq != expected:
            yield event.seq, f"序号应为 {expected}，中间有记录缺失"
        if event.previous_hash != previous_hash:
            yield event.seq, "与前一条记录的摘要不衔接"
        if event.hash != fingerprint(event):
            yield event.seq, "内容与摘要不符，记录被改动过"
        previous_hash, expected = event.hash, event.seq + 1


def _bounded(value: Any) -> Any:
    """Cut very long texts: the trail says what happened, it is no second copy of the content."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_TEXT else value[:_LONGEST_TEXT] + "…"
    if isinstance(value, dict):
        return {str(key): _bounded(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_bounded(inner) for inner in value]
    return value
