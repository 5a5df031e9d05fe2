"""Setting a hard rule aside (豁免): asked for by the filer, decided by the 负责人, until a day."""

import datetime as dt

from django.db import transaction

from associations.models import User
from associations.services import tell_association, tell_person
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions
from ..checks.table import BY_ID
from ..models import Waiver
from .checking import findings_of
from .locking import lock_draft

LONGEST = 366  # days; what should hold longer is a matter for the rule, not for a waiver


@transaction.atomic
def ask_waiver(*, revision_id: int, rule_id: str, reason: str, by: User) -> Waiver:
    """Ask the receiving office to set one hard rule (必须改正) aside for this document.

    Raises Refused when no reason was written or the draft has no such finding, Conflict while an
    earlier request waits or holds, NotAllowed and Conflict as for every change of a draft.
    """
    draft = lock_draft(revision_id, by)
    found = [one for one in findings_of(draft) if one.finding.rule_id == rule_id]
    if not found:
        raise Refused("这一处刚才已经改好，不需要豁免。请刷新页面。")
    if found[0].waived:
        raise Conflict("这一项已经准许豁免，不需要再申请。")
    if found[0].waiver and found[0].waiver.state == Waiver.State.ASKED:
        raise Conflict(
            f"这一项已于{dates.write_datetime(found[0].waiver.asked_at)}申请豁免，正在等待决定。"
        )
    if not found[0].may_be_waived:
        raise Refused("只有“必须改正”的项目才需要申请豁免。“请说明”的项目写明情况就可以提交。")
    if not reason.strip():
        raise Refused("请写明为什么做不到，以及您打算怎样补上。", "reason")
    waiver = Waiver.objects.create(
        filing=draft.filing,
        office=draft.slot.office,
        rule_id=rule_id,
        sentence="\n".join(one.finding.sentence for one in found),
        reason=reason.strip(),
        asked_by=by,
        asked_at=dates.now(),
    )
    _record("filings.ask_waiver", waiver, by, {"reason": waiver.reason})
    return waiver


@transaction.atomic
def decide_waiver(
    *,
    waiver_id: int,
    allow: bool,
    by: User,
    valid_until: dt.date | None = None,
    note: str = "",
) -> Waiver:
    """Allow a waiver until a day, or refuse it saying why; the organisation is told.

    Raises NotAllowed for anybody but a 负责人 of the receiving office, Conflict when it was
    decided already, Refused for a missing or senseless day and a refusal without a word.
    """
    waiver = (
        Waiver.objects.select_for_update(of=("self",))
        .select_related("filing__association", "office", "asked_by")
        .get(pk=waiver_id)
    )
    association = waiver.filing.association
    if not permissions.may_decide_waiver(by, waiver):
        raise NotAllowed(f"豁免由{waiver.office.name}的负责人决定。")
    if permissions.is_conflicted(by, association):
        raise NotAllowed("您同时代表该组织报送，不能决定它的豁免，请交由同事办理。")
    if waiver.state != Waiver.State.ASKED:
        raise Conflict(f"这件申请已经决定：{waiver.get_state_display()}。请刷新页面。")
    note = note.strip()
    if allow:
        _require_day(valid_until)
    elif not note:
        raise Refused("请写明不准许的理由，报送人会看到。", "note")
    waiver.state = Waiver.State.ALLOWED if allow else Waiver.State.REFUSED
    waiver.valid_until = valid_until if allow else None
    waiver.decided_by = by
    waiver.decided_at = dates.now()
    waiver.note = note
    waiver.save()
    _record(
        "filings.allow_waiver" if allow else "filings.refuse_waiver",
        waiver,
        by,
        {"until": valid_until.isoformat() if allow and valid_until else "", "note": note},
    )
    _tell(waiver)
    return waiver


def _require_day(day: dt.date | None) -> None:
    today = dates.today()
    if day is None:
        raise Refused("请填写豁免到哪一天为止。", "valid_until")
    if day < today:
        raise Refused("豁免的截止日期不能早于今天。", "valid_until")
    if day > today + dt.timedelta(days=LONGEST):
        raise Refused("豁免最长一年，到期仍有需要的可以再申请。", "valid_until")


def _record(action: str, waiver: Waiver, by: User, data: dict[str, str]) -> None:
    audit.record(
        action,
        actor=by,
        target=waiver,
        association_id=waiver.filing.association_id,
        data={"filing": str(waiver.filing.public_id), "rule": waiver.rule_id, **data},
    )


def _tell(waiver: Waiver) -> None:
    rule = BY_ID[waiver.rule_id].title if waiver.rule_id in BY_ID else waiver.rule_id
    subject = f"{waiver.filing.title}：豁免申请{waiver.get_state_display()}"
    if waiver.valid_until:
        body = f"“{rule}”一项准许豁免至{dates.write_date(waiver.valid_until)}，在此之前可以提交。"
    else:
        body = f"“{rule}”一项不准许豁免，请改正后再提交。"
    latest = waiver.filing.revisions.order_by("-number").first()
    path = f"/filings/{latest.public_id}/" if latest else ""
    body = f"{body}\n{waiver.note}" if waiver.note else body
    told = tell_association(
        association_id=waiver.filing.association_id, subject=subject, body=body, path=path
    )
    if not told:
        tell_person(user_id=waiver.asked_by_id, subject=subject, body=body, path=path)
