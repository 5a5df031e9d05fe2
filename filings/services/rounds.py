"""Rounds: drafted, opened to every organisation in scope, extended, closed; slots answered."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from associations.kinds import Category
from associations.models import Association, RoutingRule, User
from associations.services import tell_association
from huanglong_portal.common import audit, dates, outbox
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import OutboxMessage

from .. import permissions, signals
from ..materials import required_of
from ..models import (
    CarryOver,
    Declaration,
    Revision,
    Round,
    RoundRequirement,
    RoundRoute,
    Slot,
)
from ..workflow import State
from .locking import require_filer


@transaction.atomic
def draft_round(
    *,
    slug: str,
    title: str,
    year: int,
    opens_on: dt.date,
    closes_on: dt.date,
    by: User,
    text: str = "",
    contact: str = "",
) -> Round:
    """Draft a round with its own copy of the routing table and the notice's requirements."""
    _require_manager(by)
    if closes_on < opens_on:
        raise Refused("截止日期不能早于开始日期。", "closes_on")
    drafted = Round.objects.create(
        slug=slug,
        title=title,
        year=year,
        text=text,
        opens_on=opens_on,
        closes_on=closes_on,
        contact=contact,
        created_by=by,
        created_at=dates.now(),
    )
    copy_scope(drafted)
    audit.record("filings.draft_round", actor=by, target=drafted, data={"title": title})
    return drafted


def copy_scope(drafted: Round) -> None:
    """Give a round that has none its copies of routing table and requirements."""
    if not drafted.routes.exists():
        RoundRoute.objects.bulk_create(
            RoundRoute(round=drafted, category=rule.category, office_id=rule.office_id)
            for rule in RoutingRule.objects.all()
        )
    if not drafted.requirements.exists():
        RoundRequirement.objects.bulk_create(
            RoundRequirement(round=drafted, category=category, material=material)
            for category in Category
            for material in required_of(category)
        )


@transaction.atomic
def open_round(*, round_id: int, by: User) -> Round:
    """Open a round: every organisation in scope gets its task list now and a message soon."""
    _require_manager(by)
    opened = Round.objects.select_for_update().get(pk=round_id)
    if opened.state != Round.State.DRAFT:
        raise Conflict(f"这份报送通知已经是“{opened.get_state_display()}”。")
    routed = set(opened.routes.values_list("category", flat=True))
    wanted = set(opened.requirements.values_list("category", flat=True))
    if missing := wanted - routed:
        names = "、".join(Category(category).label for category in sorted(missing))
        raise Refused(f"还没有指定由哪个科室受理：{names}。请先在“受理分工”中补上。")
    opened.state = Round.State.OPEN
    opened.opened_at = dates.now()
    opened.save(update_fields=["state", "opened_at"])
    count = _fill_slots(opened, Association.objects.filter(state=Association.State.ADMITTED))
    audit.record("filings.open_round", actor=by, target=opened, data={"slots": count})
    signals.round_opened.send(Round, round_id=opened.pk)
    outbox.post(
        "filings.announce_round", {"round_id": opened.pk}, key=f"announce-round:{opened.pk}"
    )
    return opened


@transaction.atomic
def sync_slots(*, association_id: int) -> int:
    """Give an organisation that was just admitted its lines in every open round."""
    organisations = Association.objects.filter(pk=association_id, state=Association.State.ADMITTED)
    return sum(_fill_slots(current, organisations) for current in Round.objects.open())


def _fill_slots(current: Round, organisations: Iterable[Association]) -> int:
    offices = dict(current.routes.values_list("category", "office_id"))
    materials: dict[str, list[str]] = {}
    for category, material in current.requirements.values_list("category", "material"):
        materials.setdefault(category, []).append(material)
    slots = [
        Slot(
            round=current,
            association_id=association.pk,
            material=material,
            office_id=offices[association.category],
        )
        for association in organisations
        for material in materials.get(association.category, ())
    ]
    Slot.objects.bulk_create(slots, ignore_conflicts=True, batch_size=1000)
    return len(slots)


@transaction.atomic
def close_round(*, round_id: int, by: User) -> Round:
    """Close a round: nothing new begins; what was returned can still be mended."""
    _require_manager(by)
    closed = Round.objects.select_for_update().get(pk=round_id)
    if closed.state != Round.State.OPEN:
        raise Conflict(f"这份报送通知是“{closed.get_state_display()}”，不能截止。")
    closed.state = Round.State.CLOSED
    closed.save(update_fields=["state"])
    audit.record("filings.close_round", actor=by, target=closed)
    return closed


@transaction.atomic
def extend_slot(*, slot_id: int, until: dt.date, reason: str, by: User) -> Slot:
    """Give one organisation more time for one material, with a reason on record."""
    slot = Slot.objects.select_for_update(of=("self",)).select_related("round").get(pk=slot_id)
    if not by.holds("handler", "chief", office_id=slot.office_id):
        raise NotAllowed("延期由受理科室办理。")
    if until <= slot.round.closes_on:
        raise Refused("延期日期应晚于本次报送的截止日期。", "until")
    if not reason.strip():
        raise Refused("请写明延期的原因。", "reason")
    slot.extended_to, slot.extension_reason = until, reason.strip()
    slot.save(update_fields=["extended_to", "extension_reason"])
    audit.record(
        "filings.extend_slot",
        actor=by,
        target=slot,
        association_id=slot.association_id,
        data={"until": until.isoformat(), "reason": reason},
    )
    return slot


@transaction.atomic
def declare(
    *, slot_id: int, kind: str, plan: str, by: User, planned_on: dt.date | None = None
) -> Declaration:
    """Answer a slot with 尚无 or 正在制定, a plan and a date (通知 一（一）3)."""
    slot = _answerable_slot(slot_id, by)
    if not plan.strip():
        raise Refused("请写明工作安排，例如由谁负责、分几步、何时完成。", "plan")
    if kind == Declaration.Kind.IN_PREPARATION and planned_on is None:
        raise Refused("正在制定的，请填写预计完成日期。", "planned_on")
    if planned_on is not None and planned_on <= dates.today():
        raise Refused("预计完成日期应晚于今天。", "planned_on")
    slot.declarations.filter(replaced_at__isnull=True).update(replaced_at=dates.now())
    declaration = Declaration.objects.create(
        slot=slot,
        kind=Declaration.Kind(kind),
        plan=plan.strip(),
        planned_on=planned_on,
        declared_by=by,
        declared_at=dates.now(),
    )
    audit.record(
        "filings.declare",
        actor=by,
        target=declaration,
        association_id=slot.association_id,
        data={"kind": kind, "planned_on": planned_on.isoformat() if planned_on else None},
    )
    signals.slot_answered.send(Slot, slot_id=slot.pk, kind="declared")
    return declaration


@transaction.atomic
def carry_over(*, slot_id: int, revision_id: int, by: User) -> CarryOver:
    """沿用: certify that an approved revision still holds, unchanged, for this round."""
    slot = _answerable_slot(slot_id, by)
    revision = Revision.objects.select_related("filing").get(pk=revision_id)
    if (
        revision.filing.association_id != slot.association_id
        or revision.filing.material != slot.material
    ):
        raise NotAllowed("只能沿用本组织同一类材料。")
    if revision.state != State.APPROVED:
        raise Conflict("只能沿用已经审定、并且没有被新版替代的材料。")
    if revision.slot_id == slot.pk:
        raise Conflict("这一版就是本次报送的，不需要沿用。")
    certified, created = CarryOver.objects.get_or_create(
        slot=slot,
        revision=revision,
        defaults={"certified_by": by, "certified_at": dates.now()},
    )
    if created:
        slot.declarations.filter(replaced_at__isnull=True).update(replaced_at=dates.now())
        audit.record(
            "filings.carry_over",
            actor=by,
            target=certified,
            association_id=slot.association_id,
            revision_digest=revision.digest,
        )
        signals.slot_answered.send(Slot, slot_id=slot.pk, kind="carried_over")
    return certified


def announce(*, round_id: int) -> int:
    """Tell every organisation in scope that the round is open; harmless when run twice."""
    opened = Round.objects.get(pk=round_id)
    told = 0
    organisations = (
        Association.objects.filter(slots__round=opened).distinct().values_list("pk", flat=True)
    )
    for association_id in organisations.iterator(chunk_size=1000):
        with transaction.atomic():
            _, first_time = _told_once(opened, association_id)
            if not first_time:
                continue
            told += tell_association(
                association_id=association_id,
                subject=opened.title,
                body=(
                    f"{opened.title}已经发布，请于{dates.write_date(opened.closes_on)}前"
                    "完成报送。需要报送的材料已列在“我的报送”中。"
                ),
                path="/desk/",
            )
    return told


def _told_once(opened: Round, association_id: int) -> tuple[object, bool]:
    return OutboxMessage.objects.get_or_create(
        key=f"announced:{opened.pk}:{association_id}",
        defaults={
            "topic": "filings.announced",
            "payload": {},
            "done_at": dates.now(),
        },
    )


def _answerable_slot(slot_id: int, by: User) -> Slot:
    slot = (
        Slot.objects.select_for_update(of=("self",))
        .select_related("round", "association")
        .get(pk=slot_id)
    )
    require_filer(by, slot)
    if slot.round.state != Round.State.OPEN:
        raise Refused("这次报送还没有开始或已经截止。")
    return slot


def _require_manager(by: User) -> None:
    if not permissions.may_manage_rounds(by):
        raise NotAllowed("报送通知由负责人或系统管理员办理。")
