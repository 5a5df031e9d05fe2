"""May this person do this to this thing? Doors ask here; querysets decide what is visible."""

from typing import Any

from associations.models import Association, User

from .models import Revision, Slot, Waiver
from .workflow import Action, Role, transition


def may_file_for(user: Any, association: Association) -> bool:
    """Whether ``user`` may file for ``association`` now: a mandate in force, and admitted."""
    if not user.is_authenticated or not user.is_active:
        return False
    if association.state != Association.State.ADMITTED:
        return False
    return user.mandates.current().filter(association=association).exists()


def roles_of(user: Any, slot: Slot) -> frozenset[Role]:
    """The roles ``user`` has towards what is filed in ``slot``."""
    roles = set()
    if user.holds("handler", office_id=slot.office_id):
        roles.add(Role.HANDLER)
    if user.holds("chief", office_id=slot.office_id):
        roles.add(Role.CHIEF)
    if not roles and may_file_for(user, slot.association):
        roles.add(Role.FILER)
    return frozenset(roles)


def may(user: User, action: Action, revision: Revision) -> bool:
    """Whether the workflow table lets ``user`` do ``action`` to ``revision`` in its state."""
    row = transition(revision.state, action)
    return bool(row and row.roles & roles_of(user, revision.slot))


def is_conflicted(user: User, association: Association) -> bool:
    """An officer who also represents the organisation may not decide on its filings."""
    return user.mandates.filter(association=association, revoked_at__isnull=True).exists()


def may_publish(user: User, slot: Slot) -> bool:
    """Publishing and unpublishing is for the 负责人 of the receiving office."""
    return user.holds("chief", office_id=slot.office_id)


def may_decide_waiver(user: User, waiver: Waiver) -> bool:
    """Setting a rule aside is for the 负责人 of the office that was asked."""
    return user.holds("chief", office_id=waiver.office_id)


def may_manage_rounds(user: Any) -> bool:
    """Opening and closing rounds is for 负责人 and 系统管理员."""
    return user.is_authenticated and user.holds("chief", "administrator")
