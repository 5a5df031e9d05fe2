"""The doors of associations: registering, admitting, inviting, telling people things."""

from .accounts import note_password_changed, send_password_reset, update_particulars
from .importing import apply_import, plan_import
from .mandates import (
    accept_invitation,
    cancel_invitation,
    change_role,
    grant_mandate,
    invite,
    revoke_mandate,
)
from .messages import mark_all_read, mark_read, tell_association, tell_person
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
    "apply_import",
    "cancel_invitation",
    "change_role",
    "grant_mandate",
    "invite",
    "mark_all_read",
    "mark_read",
    "note_password_changed",
    "plan_import",
    "refuse",
    "reinstate",
    "revoke_mandate",
    "send_password_reset",
    "set_grade",
    "set_standing",
    "suspend",
    "tell_association",
    "tell_person",
    "update_particulars",
]
