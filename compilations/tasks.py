"""Handlers of outbox messages: thin, harmless when run twice."""

from typing import Any

from huanglong_portal.common import outbox
from huanglong_portal.common.models import OutboxMessage

from . import services

# What a command that prints has to deliver itself when no worker is there.
TOPICS = {"compilations.prepare_piece", "compilations.set_piece", "compilations.bind"}


@outbox.handles("compilations.prepare_piece")
def prepare_piece(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Have an approved document set."""
    services.prepare_piece(revision_id=payload["revision_id"])


@outbox.handles("compilations.gather")
def gather(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Bring the drafts of a round up to what is approved."""
    services.gather_drafts(round_id=payload["round_id"])


@outbox.handles("compilations.set_piece", lease_seconds=900)
def set_piece(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Set one document."""
    services.set_piece(fragment_id=payload["fragment_id"])


@outbox.handles("compilations.pack", lease_seconds=900)
def pack(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Put a package for the superiors together."""
    services.pack(dispatch_id=payload["dispatch_id"])


@outbox.handles("compilations.bind", lease_seconds=1800)
def bind(payload: dict[str, Any], message: OutboxMessage) -> None:
    """Bind the books of a run when all its pieces are set."""
    services.assemble_volume(build_id=payload["build_id"])
