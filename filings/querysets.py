"""Queries with business names. What a person may see is decided here, never in a view."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from .search_words import SearchQuery
from .workflow import OPEN, State

if TYPE_CHECKING:
    from .models import (  # noqa: F401
        Attachment,
        Filing,
        LikeText,
        Revision,
        Round,
        SearchEntry,
        Slot,
        Upload,
        Waiver,
    )


# How far a line of a task list has come, furthest-reaching first; see ``with_progress``.
PROGRESS = {
    "returned": "退回补正",
    "endorsed": "待复核",
    "in_review": "审核中",
    "submitted": "待受理",
    "draft": "填报中",
    "approved": "已审定",
    "carried_over": "沿用",
    "in_preparation": "正在制定",
    "none_yet": "尚无",
    "missing": "未报送",
}


def _offices_of(user: Any) -> set[int]:
    return {posting.office_id for posting in user.current_postings if posting.office_id}


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds (报送通知)."""

    def announced(self) -> Self:
        """Rounds that have been opened, whatever became of them since."""
        return self.exclude(state="draft")

    def open(self) -> Self:
        """Rounds that take filings now."""
        return self.filter(state="open")


class SlotQuerySet(models.QuerySet["Slot"]):
    """Lines of the task lists."""

    def visible_to(self, user: Any) -> Self:
        """Officers see the slots of their offices, representatives those of their organisations."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self.filter(office__in=_offices_of(user))
        return self.filter(association__in=user.mandates.current().values("association"))

    def with_progress(self) -> Self:
        """Annotate ``progress``: a key of PROGRESS, what of the slot still needs somebody first."""
        revisions, declarations, carry_overs = (
            apps.get_model("filings", name).objects
            for name in ("Revision", "Declaration", "CarryOver")
        )
        # A returned version counts only while nothing newer of the same document exists.
        newer = revisions.filter(filing=OuterRef("filing"), number__gt=OuterRef("number")).exclude(
            state=State.WITHDRAWN
        )
        mine = revisions.filter(slot=OuterRef("pk"))
        declared = declarations.filter(slot=OuterRef("pk"), replaced_at__isnull=True)
        stages: list[tuple[Any, str]] = [
            (
                Exists(mine.filter(state=State.RETURNED).exclude(Exists(newer))),
                "returned",
            ),
            *(
                (Exists(mine.filter(state=state)), str(state))
                for state in (
                    State.ENDORSED,
                    State.IN_REVIEW,
                    State.SUBMITTED,
                    State.DRAFT,
                    State.APPROVED,
                )
            ),
            (Exists(carry_overs.filter(slot=OuterRef("pk"))), "carried_over"),
            (Exists(declared.filter(kind="in_preparation")), "in_preparation"),
            (Exists(declared.filter(kind="none_yet")), "none_yet"),
        ]
        return self.annotate(
            progress=Case(
                *(When(condition, then=Value(key)) for condition, key in stages),
                default=Value("missing"),
                output_field=models.CharField(),
            )
        )


class FilingQuerySet(models.QuerySet["Filing"]):
    """Documents as lasting identities."""

    def published(self) -> Self:
        """Filings with a revision the public may read now."""
        return self.filter(
            published_revision__isnull=False,
            association__state__in=("admitted", "suspended", "cancelled"),
        )

    def visible_to(self, user: Any) -> Self:
        """Own filings for representatives; for officers those with something submitted to their
        office; nothing through this door for the public (see ``published``)."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self.filter(
                Q(revisions__slot__office__in=_offices_of(user)) & ~Q(revisions__state=State.DRAFT)
            ).distinct()
        return self.filter(association__in=user.mandates.current().values("association"))


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """The index of what is public."""

    def listed_publicly(self) -> Self:
        """Documents of organisations the public may look up; joined, so that hits come first."""
        return self.filter(filing__association__state__in=("admitted", "suspended", "cancelled"))

    def named(self, query: SearchQuery) -> Self:
        """Documents of the organisations whose name, code or initials hold the query."""
        return self.filter(names__matches=query) if query else self.none()

    def saying(self, query: SearchQuery) -> Self:
        """Documents whose text holds the query."""
        if not query:
            return self.none()
        found = self.filter(words__matches=query)
        for phrase in query.phrases:
            found = found.filter(filing__public_text__contains=phrase)
        return found


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Versions of documents."""

    def drafts(self) -> Self:
        return self.filter(state=State.DRAFT)

    def in_queue(self) -> Self:
        """Submitted and not yet decided."""
        return self.filter(state__in=OPEN)

    def approved(self) -> Self:
        """Approved and not superseded."""
        return self.filter(state=State.APPROVED)

    def ever_approved(self) -> Self:
        """Approved at some time: the current ones and those superseded since."""
        return self.filter(state__in=(State.APPROVED, State.SUPERSEDED))

    def published(self) -> Self:
        """Those a publication pointer names now."""
        return self.filter(publishing__isnull=False)

    def visible_to(self, user: Any) -> Self:
        """Drafts only to the organisation; submitted ones also to the receiving office."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self.filter(slot__office__in=_offices_of(user)).exclude(state=State.DRAFT)
        return self.filter(filing__association__in=user.mandates.current().values("association"))


class UploadQuerySet(models.QuerySet["Upload"]):
    """Files people sent."""

    def visible_to(self, user: Any) -> Self:
        """The organisation's own; for officers what is attached to something submitted to them."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            attached = Q(attachments__revision__slot__office__in=_offices_of(user)) & ~Q(
                attachments__revision__state=State.DRAFT
            )
            return self.filter(attached, state="accepted").distinct()
        return self.filter(association__in=user.mandates.current().values("association"))


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Files in their place in a revision."""

    def printable(self) -> Self:
        """Those that appear as pages in a volume."""
        return self.filter(printed=True, upload__state="accepted").order_by("position")

    def in_order(self) -> Self:
        return self.order_by("position", "pk")


class WaiverQuerySet(models.QuerySet["Waiver"]):
    """Requests to set a hard rule aside."""

    def visible_to(self, user: Any) -> Self:
        """Officers see those asked of their offices, representatives their organisations'."""
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self.filter(office__in=_offices_of(user))
        return self.filter(filing__association__in=user.mandates.current().values("association"))


class LikeTextQuerySet(models.QuerySet["LikeText"]):
    """What texts are like."""

    def with_names(self) -> Self:
        """With the other organisation's name and title at hand; for officers."""
        return self.select_related("other__filing__association").defer(
            "other__blocks", "other__fields", "other__warnings"
        )

    def public_others(self) -> Self:
        """Those whose other side anybody may read now; all that a filer is told of."""
        return self.filter(
            other__publishing__association__state__in=("admitted", "suspended", "cancelled")
        )
