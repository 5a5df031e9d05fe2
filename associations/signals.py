"""What associations announce. Sent inside the transaction of the change."""

from django.dispatch import Signal

# association_id
association_admitted = Signal()
# association_id, standing
standing_changed = Signal()
