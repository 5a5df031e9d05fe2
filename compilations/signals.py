"""What compilations announce. Sent inside the transaction of the change."""

from django.dispatch import Signal

# edition_id
edition_released = Signal()
