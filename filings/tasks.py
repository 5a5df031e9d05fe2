"""Handlers of outbox messages: thin, harmless when run twice."""

from typing import Any

from huanglong_portal.common import outbox
from huanglong_portal.common.models import OutboxMessage

from .services import attachments, likeness, rounds


@outbox.handles("filings.announce_round", lease_seconds=900)
def announce_round(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Tell every organisation in scope that the round is open."""
    rounds.announce(round_id=payload["round_id"])


@outbox.handles("filings.inspect_upload", attempts=10)
def inspect_upload(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Inspect a file that could not be inspected when it came."""
    attachments.inspect_again(upload_id=payload["upload_id"])


@outbox.handles("filings.convert_upload")
def convert_upload(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Make the printable pages of an office file, where LibreOffice is installed."""
    attachments.convert(upload_id=payload["upload_id"])


@outbox.handles("filings.read_scan", lease_seconds=1300)
def read_scan(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Make a scan or photo searchable, where Tesseract is installed."""
    attachments.read_scan(upload_id=payload["upload_id"])


@outbox.handles("filings.find_likeness")
def find_likeness(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Look for other organisations' documents that a submitted text is like."""
    likeness.find_likeness(revision_id=payload["revision_id"])
