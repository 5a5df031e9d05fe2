"""May this person do this to an edition?"""

from typing import Any


def may_edit(user: Any) -> bool:
    """Editing, excluding with a reason and printing proofs: 经办 and 负责人 of either office."""
    return bool(user.is_authenticated and user.holds("handler", "chief"))


def may_release(user: Any) -> bool:
    """Freezing the list and releasing the volumes is for a 负责人."""
    return bool(user.is_authenticated and user.holds("chief"))


def may_see(user: Any) -> bool:
    """Editions, proofs and books are for officers."""
    return bool(user.is_authenticated and user.is_officer)
