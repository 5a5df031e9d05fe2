"""Queries with business names."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from .models import Build, Edition, Entry, Fragment, Volume  # noqa: F401


class VolumeQuerySet(models.QuerySet["Volume"]):
    """The list of volumes."""

    def active(self) -> Self:
        """Those that are printed."""
        return self.filter(active=True)


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions."""

    def visible_to(self, user: Any) -> Self:
        """Officers see all editions; nobody else sees any through this door."""
        if not user.is_authenticated or not user.is_officer:
            return self.none()
        return self


class EntryQuerySet(models.QuerySet["Entry"]):
    """Documents in a volume."""

    def included(self) -> Self:
        return self.filter(included=True)

    def left_out(self) -> Self:
        return self.filter(included=False)


class FragmentQuerySet(models.QuerySet["Fragment"]):
    """Set pieces."""

    def unfinished(self) -> Self:
        """Neither ready nor given up."""
        return self.filter(state__in=("waiting", "running"))


class BuildQuerySet(models.QuerySet["Build"]):
    """Print runs."""

    def visible_to(self, user: Any) -> Self:
        """Officers see all runs; nobody else sees any through this door."""
        if not user.is_authenticated or not user.is_officer:
            return self.none()
        return self

    def running(self) -> Self:
        """Under way."""
        return self.filter(state__in=("setting", "binding"))

    def with_progress(self) -> Self:
        """Annotate ``set_pieces``: how many of its pieces are ready or given up."""
        return self.annotate(
            set_pieces=Count("pieces", filter=Q(pieces__fragment__state__in=("ready", "failed")))
        )
