"""Consequences of what other apps announce."""

from typing import Any

from django.dispatch import receiver

from filings.models import Revision, Slot
from filings.signals import revision_moved, slot_answered
from filings.workflow import State
from huanglong_portal.common import outbox

from .models import Edition


@receiver(revision_moved)
def set_what_is_approved(sender: Any, revision_id: int, target: str, **kwargs: Any) -> None:
    """A document is set for print when it is approved, not when the volume is wanted; drafts of
    the round's volumes take it in."""
    if target != State.APPROVED:
        return
    outbox.post(
        "compilations.prepare_piece",
        {"revision_id": revision_id},
        key=f"prepare-piece:{revision_id}",
    )
    _gather(Revision.objects.values_list("slot__round_id", flat=True).get(pk=revision_id))


@receiver(slot_answered)
def take_in_what_is_carried_over(sender: Any, slot_id: int, kind: str, **kwargs: Any) -> None:
    """A document certified as still valid (沿用) goes into the drafts too."""
    if kind == "carried_over":
        _gather(Slot.objects.values_list("round_id", flat=True).get(pk=slot_id))


def _gather(round_id: int) -> None:
    if Edition.objects.filter(round_id=round_id, state=Edition.State.DRAFT).exists():
        outbox.post("compilations.gather", {"round_id": round_id})
