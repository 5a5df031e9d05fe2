"""Consequences of what other apps announce."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from associations.models import Association
from associations.signals import association_admitted
from huanglong_portal.common import outbox

from . import services
from .models import Revision
from .signals import publication_changed, revision_moved
from .workflow import Action


@receiver(association_admitted)
def give_task_list(sender: Any, association_id: int, **kwargs: Any) -> None:
    """An organisation admitted while a round is open gets its lines at once."""
    services.sync_slots(association_id=association_id)


@receiver(revision_moved)
def look_for_likeness(sender: Any, revision_id: int, action: str, **kwargs: Any) -> None:
    """A submitted text is compared with others' in the background."""
    if action != Action.SUBMIT:
        return
    if Revision.objects.values_list("blocks", flat=True).get(pk=revision_id):
        outbox.post(
            "filings.find_likeness",
            {"revision_id": revision_id},
            key=f"filings.find_likeness:{revision_id}",
        )


@receiver(publication_changed)
def keep_search_current(sender: Any, filing_id: int, **kwargs: Any) -> None:
    """What is published is found, what is withdrawn is not, from the same moment."""
    services.index_filing(filing_id=filing_id)


@receiver(post_save, sender=Association)
def keep_names_current(sender: Any, instance: Association, created: bool, **kwargs: Any) -> None:
    """An organisation that was renamed is found by its new name."""
    if not created:
        services.index_organisation(association_id=instance.pk)
