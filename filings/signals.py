"""What filings announce. Sent inside the transaction of the change."""

from django.dispatch import Signal

# revision_id, action, source, target, actor_id (None for the system)
revision_moved = Signal()
# filing_id, revision_id (None when unpublished)
publication_changed = Signal()
# round_id
round_opened = Signal()
# slot_id, kind ("declared" or "carried_over")
slot_answered = Signal()
# upload_id
upload_accepted = Signal()
