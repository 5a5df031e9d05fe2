"""Queries with business names."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from huanglong_portal.common import dates

from .kinds import Kind

if TYPE_CHECKING:
    from .models import Association, Mandate, Posting  # noqa: F401


class PostingQuerySet(models.QuerySet["Posting"]):
    """Officers' posts in the two offices."""

    def current(self) -> Self:
        """Posts held today."""
        today = dates.today()
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=today), valid_from__lte=today
        )


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Who may act for which organisation."""

    def current(self) -> Self:
        """Mandates in force today."""
        today = dates.today()
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=today),
            valid_from__lte=today,
            revoked_at__isnull=True,
        )


class AssociationQuerySet(models.QuerySet["Association"]):
    """Organisations."""

    def admitted(self) -> Self:
        """On the register and admitted (suspended ones included: they keep their duties)."""
        return self.filter(state__in=("admitted", "suspended"))

    def listed_publicly(self) -> Self:
        """Those the public may look up."""
        return self.filter(state__in=("admitted", "suspended", "cancelled"))

    def represented_by(self, user: Any) -> Self:
        """Those for which ``user`` holds a mandate in force."""
        if not user.is_authenticated:
            return self.none()
        mandates = user.mandates.current()
        return self.filter(pk__in=mandates.values("association"))

    def visible_to(self, user: Any) -> Self:
        """Officers see all, representatives their own, the public none through this door."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self
        return self.represented_by(user)

    def of_category(self, category: str) -> Self:
        """Organisations of one filing category."""
        if category == "trade_association":
            return self.filter(kind=Kind.SOCIETY, is_trade_association=True)
        if category == "society":
            return self.filter(kind=Kind.SOCIETY, is_trade_association=False)
        return self.filter(kind=category)
