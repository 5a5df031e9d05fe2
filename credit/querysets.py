"""Queries with business names. What a person may see is decided here, never in a view."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from .catalogue import Publicity, Tone
from .listings import workflow

# What an organisation sees of its own file.
_SHOWN = (Publicity.PUBLIC, Publicity.PARTIES)


def _offices(user: Any) -> set[int]:
    return {posting.office_id for posting in user.current_postings if posting.office_id}


def _own(user: Any) -> models.QuerySet[Any]:
    return user.mandates.current().values("association")


class CreditEntryQuerySet(models.QuerySet[Any]):
    """Entries of credit files."""

    def visible_to(self, user: Any) -> Self:
        """All for officers; for representatives those of their organisations that are not kept
        to the bureau; none for the public through this door."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self
        return self.filter(association__in=_own(user), publicity__in=_SHOWN)

    def not_retracted(self) -> Self:
        """Those that were not found to be wrong."""
        return self.exclude(endings__kind="retracted")

    def bad(self) -> Self:
        """Those that speak against the organisation."""
        return self.filter(tone=Tone.BAD)

    def entered_late(self) -> Self:
        """Those entered after their five working days (民政部令第60号 第八条)."""
        return self.filter(entered_late=True)


class ScoreQuerySet(models.QuerySet[Any]):
    """Computed scores."""

    def current(self) -> Self:
        """The score of each organisation that holds now."""
        return self.filter(is_latest=True)

    def visible_to(self, user: Any) -> Self:
        """All for officers, their own for representatives, none for the public."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self
        return self.filter(association__in=_own(user))


class ListingQuerySet(models.QuerySet[Any]):
    """Procedures of the two lists."""

    def visible_to(self, user: Any) -> Self:
        """For officers those of their offices and all that are public; for representatives those
        of their organisations that they have been told of; the public has ``published``."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self.filter(Q(office__in=_offices(user)) | Q(state=workflow.State.PUBLISHED))
        return self.filter(association__in=_own(user), state__in=workflow.TOLD)

    def published(self) -> Self:
        """What stands on the public lists now."""
        return self.filter(state=workflow.State.PUBLISHED)

    def active(self) -> Self:
        """Decided and not ended: the organisation is on the list."""
        return self.filter(state__in=workflow.ACTIVE)

    def pending(self) -> Self:
        """Proposed and not yet decided."""
        return self.filter(state__in=workflow.PENDING)

    def ever_in_force(self) -> Self:
        """On a list now or once; not what was overturned, which never was."""
        return self.filter(state__in=workflow.ACTIVE | workflow.LEFT)


class MeasureQuerySet(models.QuerySet[Any]):
    """Measures."""

    def in_force(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on__isnull=True)


class PaperQuerySet(models.QuerySet[Any]):
    """Files behind entries and dockets."""

    def visible_to(self, user: Any) -> Self:
        """Whoever sees the entry, or the docket of a listing, sees its papers."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            seen = (
                Q(entries__isnull=False)
                | Q(steps__listing__office__in=_offices(user))
                | Q(steps__listing__state=workflow.State.PUBLISHED)
            )
        else:
            seen = Q(entries__association__in=_own(user), entries__publicity__in=_SHOWN) | Q(
                steps__listing__association__in=_own(user),
                steps__listing__state__in=workflow.TOLD,
            )
        return self.filter(seen).distinct()
