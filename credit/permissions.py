"""May this person do this to this thing? Doors ask here; querysets decide what is visible."""

from typing import Any

from associations.models import Association, User
from filings.permissions import is_conflicted

from .listings.workflow import Action, Role, actions_from, transition
from .models import Listing


def may_record(user: Any, association: Association, office_id: int | None) -> bool:
    """Officers of the office that receives the organisation's category keep its credit file,
    unless they represent it themselves."""
    if not user.is_authenticated or office_id is None:
        return False
    return user.holds("handler", "chief", office_id=office_id) and not is_conflicted(
        user, association
    )


def may_propose(user: Any, association: Association, office_id: int | None) -> bool:
    """The same officers propose listings."""
    return may_record(user, association, office_id)


def may_set_periods(user: Any) -> bool:
    """Legal periods are corrected by 负责人 and 系统管理员."""
    return bool(user.is_authenticated and user.holds("chief", "administrator"))


def roles_of(user: Any, listing: Listing) -> frozenset[Role]:
    """The roles ``user`` has towards ``listing``. Whoever represents the organisation acts for it,
    even while it is suspended, and never as an officer."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if user.mandates.current().filter(association=listing.association_id).exists():
        return frozenset({Role.REPRESENTATIVE})
    if is_conflicted(user, listing.association):
        return frozenset()
    roles = set()
    if user.holds("handler", office_id=listing.office_id):
        roles.add(Role.HANDLER)
    if user.holds("chief", office_id=listing.office_id):
        roles.add(Role.CHIEF)
    return frozenset(roles)


def may(user: User, action: Action, listing: Listing) -> bool:
    """Whether the workflow table lets ``user`` do ``action`` to ``listing`` in its state."""
    row = transition(listing.state, action)
    return bool(row and row.roles & roles_of(user, listing))


def actions_for(user: Any, listing: Listing) -> tuple[Action, ...]:
    """What ``user`` can do to ``listing`` now, in the order of the table."""
    return actions_from(listing.state, roles_of(user, listing))
