"""May this person do this to this organisation?"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from .models import Association, Mandate, User


def signed_in(request: HttpRequest) -> User:
    """The person behind a request. Raises PermissionDenied for an anonymous one, so that a page
    opened to the public by mistake still lets nobody act."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def may_admit(user: Any, association: Association, office_id: int | None) -> bool:
    """Officers of the office that receives this category admit and refuse organisations."""
    return bool(office_id) and user.holds("handler", "chief", office_id=office_id)


def may_manage_register(user: Any) -> bool:
    """Any officer keeps the register; what exactly, the doors decide."""
    return user.is_authenticated and user.is_officer


def may_invite(user: Any, association: Association) -> bool:
    """Officers, and the organisation's own administrators, invite people."""
    if not user.is_authenticated:
        return False
    if user.is_officer:
        return True
    return (
        user.mandates.current()
        .filter(association=association, role=Mandate.Role.ADMINISTRATOR)
        .exists()
    )
