"""The doors of associations: registering, admitting, inviting, telling people things."""

from .mandates import accept_invitation, grant_mandate, invite, revoke_mandate
from .messages import mark_read, tell_association, tell_person
from .register import (
    admit,
    apply_for_admission,
    refuse,
    reinstate,
    set_grade,
    set_standing,
    suspend,
)

__all__ = [
    "accept_invitation",
    "admit",
    "apply_for_admission",
    "grant_mandate",
    "invite",
    "mark_read",
    "refuse",
    "reinstate",
    "revoke_mandate",
    "set_grade",
    "set_standing",
    "suspend",
    "tell_association",
    "tell_person",
]
