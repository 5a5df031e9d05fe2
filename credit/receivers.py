"""Consequences of what the lower apps announce, in the same transaction: entries on the credit
file, and the first score."""

from typing import Any

from django.dispatch import receiver

from associations.signals import association_admitted
from filings.signals import publication_changed, revision_moved, slot_answered
from filings.workflow import Action

from . import services


@receiver(association_admitted)
def open_credit_file(sender: Any, association_id: int, **kwargs: Any) -> None:
    """An organisation that is admitted has a credit file, and so a score, from then on."""
    services.rescore_association(association_id=association_id)


@receiver(revision_moved)
def record_move(sender: Any, revision_id: int, action: str, **kwargs: Any) -> None:
    """Approved, submitted late, returned too often."""
    if action == Action.APPROVE:
        services.record_approval(revision_id=revision_id)
    elif action == Action.SUBMIT:
        services.record_submission(revision_id=revision_id)
    elif action == Action.RETURN:
        services.record_return(revision_id=revision_id)


@receiver(publication_changed)
def record_public_pledge(
    sender: Any, filing_id: int, revision_id: int | None, **kwargs: Any
) -> None:
    """A pledge became public, was replaced, or is public no more."""
    services.record_publication(filing_id=filing_id, revision_id=revision_id)


@receiver(slot_answered)
def record_carried_over(sender: Any, slot_id: int, kind: str, **kwargs: Any) -> None:
    """An approved document was certified as still valid."""
    if kind == "carried_over":
        services.record_carry_over(slot_id=slot_id)
