"""The officer's desk: what needs me first, four numbers, one chart. Sees every app."""

from typing import Any

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse

from associations.models import Association, RoutingRule, User
from filings.materials import Material
from filings.models import Revision, Round, Slot
from filings.querysets import PROGRESS
from filings.workflow import OPEN, State

from .common import dates
from .common.models import OutboxMessage

_SHOWN = 15
_ANSWERED = ("approved", "carried_over", "in_preparation", "none_yet")


def desk(user: User) -> dict[str, Any]:
    """Context of the desk for one officer; the number of queries does not grow with the work."""
    queue = Revision.objects.visible_to(user).in_queue()
    counts = queue.aggregate(
        submitted=Count("pk", filter=Q(state=State.SUBMITTED)),
        mine=Count("pk", filter=Q(state=State.IN_REVIEW, claimed_by=user)),
        endorsed=Count("pk", filter=Q(state=State.ENDORSED)),
    )
    current = Round.objects.open().order_by("closes_on").first()
    return {
        "figures": _figures(user, counts),
        "needs_me": _needs_me(user, queue),
        "current_round": current,
        "progress": _progress(user, current) if current else [],
        "parked": OutboxMessage.objects.filter(parked_at__isnull=False).count()
        if user.holds("administrator")
        else 0,
        "doors": _doors(),
    }


def _figures(user: User, counts: dict[str, int]) -> list[dict[str, Any]]:
    queue = reverse("admin:filings_revision_changelist")
    register = reverse("admin:associations_association_changelist")
    categories = RoutingRule.objects.filter(
        office__in=[posting.office_id for posting in user.current_postings]
    ).values_list("category", flat=True)
    applied = Association.objects.none()
    for category in categories:
        applied |= Association.objects.of_category(category).filter(state="applied")
    returned = Slot.objects.visible_to(user).with_progress().filter(progress="returned").count()
    return [
        {"value": counts["submitted"], "label": "待受理", "url": f"{queue}?stage=submitted"},
        {"value": counts["mine"], "label": "我受理的", "url": f"{queue}?stage=mine"},
        {"value": counts["endorsed"], "label": "待复核", "url": f"{queue}?stage=endorsed"},
        {
            "value": returned,
            "label": "退回未交回",
            "url": reverse("admin:filings_slot_changelist") + "?progress=returned",
        },
        {
            "value": applied.count(),
            "label": "待核准登记",
            "url": f"{register}?state__exact=applied",
        },
    ]


def _needs_me(user: User, queue: Any) -> list[dict[str, Any]]:
    """What this officer can act on now, longest waiting first."""
    mine = Q(state=State.SUBMITTED) | Q(state=State.IN_REVIEW, claimed_by=user)
    if user.holds("chief"):
        mine |= Q(state=State.ENDORSED) & ~Q(endorsement__by=user)
    rows = (
        queue.filter(mine, state__in=OPEN)
        .select_related("filing__association")
        .only(
            "title",
            "state",
            "submitted_at",
            "filing__material",
            "filing__association__name",
            "filing__association__grade",
            "filing__association__standing",
        )
        .order_by("submitted_at")[:_SHOWN]
    )
    return [
        {
            "revision": revision,
            "url": reverse("admin:filings_revision_change", args=[revision.pk]),
            "days": (dates.today() - dates.legal_date(revision.submitted_at)).days,
            "priority": revision.filing.association.grade == "A"
            and revision.filing.association.standing == "none",
            "strict": revision.filing.association.standing != "none",
        }
        for revision in rows
    ]


def _progress(user: User, current: Round) -> list[dict[str, Any]]:
    """Per material: how many lines of my office are answered, of how many, and the stages."""
    rows = (
        Slot.objects.visible_to(user)
        .filter(round=current)
        .with_progress()
        .values("material", "progress")
        .annotate(lines=Count("pk"))
        .order_by()
    )
    found: dict[str, dict[str, int]] = {material: {} for material in Material}
    for row in rows:
        found[row["material"]][row["progress"]] = row["lines"]
    listing = reverse("admin:filings_slot_changelist")
    return [
        {
            "label": Material(material).label,
            "total": sum(stages.values()),
            "answered": sum(stages.get(stage, 0) for stage in _ANSWERED),
            "stages": [
                (PROGRESS[stage], stages[stage], f"{listing}?material={material}&progress={stage}")
                for stage in PROGRESS
                if stage in stages
            ],
        }
        for material, stages in found.items()
        if stages
    ]


def _doors() -> list[tuple[str, str]]:
    """Links to the desks of the upper apps, where they exist."""
    doors = []
    for words, name in (("五册汇编", "compilations:desk"), ("信用档案", "credit:desk")):
        try:
            doors.append((words, reverse(name)))
        except NoReverseMatch:
            continue
    return doors
