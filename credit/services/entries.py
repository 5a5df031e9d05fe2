"""Writing the credit file: entries are added and ended, never changed."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from associations.models import Association, User
from associations.services.register import receiving_office_id
from huanglong_portal.common import audit, calendar, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions
from ..catalogue import KINDS, Publicity, Tone
from ..models import CreditEntry, EntryEnding, Paper
from .figures import periods_in_force
from .scores import rescore_association


@transaction.atomic
def record_entry(
    *,
    association_id: int,
    code: str,
    occurred_on: dt.date,
    source: str,
    by: User,
    obtained_on: dt.date | None = None,
    valid_until: dt.date | None = None,
    quantity: int = 0,
    description: str = "",
    publicity: str = "",
    paper_id: int | None = None,
) -> CreditEntry:
    """Let an officer add one entry to a credit file, and compute the score anew.

    Raises NotAllowed for another office's organisation and Refused, at the field, for a kind that
    is not entered by hand, dates in the future, a missing quantity or source, a fact against the
    organisation without its document, or the same fact a second time.
    """
    association = Association.objects.select_for_update().get(pk=association_id)
    if not permissions.may_record(by, association, receiving_office_id(association)):
        raise NotAllowed("该组织的信用档案由另一科室管理，您不能录入。")
    kind = KINDS.get(code)
    if kind is None:
        raise Refused("请选择信用信息的事项。", "code")
    if not kind.by_hand:
        raise Refused("这类信息由平台自动记录，不能手工录入。", "code")
    obtained_on = obtained_on or dates.today()
    _check_dates(occurred_on, obtained_on, valid_until)
    if kind.unit and quantity <= 0:
        raise Refused(f"请填写数量（{kind.unit}）。", "quantity")
    if not source.strip():
        raise Refused("请填写信息来源，例如提供信息的部门。", "source")
    if kind.tone == Tone.BAD and paper_id is None:
        raise Refused("失信信息必须有依据文件，请上传决定书、通报等文件。", "document")
    if (
        paper_id is not None
        and not Paper.objects.filter(pk=paper_id, association=association).exists()
    ):
        raise NotAllowed("这份文件属于另一个组织。")
    _refuse_duplicate(association, code, occurred_on)
    entry = write_entry(
        association_id=association.pk,
        code=code,
        occurred_on=occurred_on,
        obtained_on=obtained_on,
        valid_until=valid_until,
        quantity=quantity if kind.unit else 0,
        description=description,
        publicity=publicity,
        source=source,
        paper_id=paper_id,
        by=by,
    )
    rescore_association(association_id=association.pk)
    return entry


def write_entry(
    *,
    association_id: int,
    code: str,
    occurred_on: dt.date,
    source: str,
    by: User | None,
    obtained_on: dt.date | None = None,
    valid_until: dt.date | None = None,
    quantity: int = 0,
    marks: Collection[str] = (),
    description: str = "",
    publicity: str = "",
    revision_id: int | None = None,
    paper_id: int | None = None,
    source_key: str = "",
) -> CreditEntry:
    """Add one entry in the caller's transaction, which holds the organisation's lock and computes
    the score afterwards. ``source_key`` names the event: recording it again returns the entry."""
    if source_key:
        recorded = CreditEntry.objects.filter(source_key=source_key).first()
        if recorded is not None:
            return recorded
    kind = KINDS[code]
    obtained_on = obtained_on or dates.today()
    due_on = _due_on(obtained_on)
    entry = CreditEntry.objects.create(
        association_id=association_id,
        code=code,
        category=kind.category,
        tone=kind.tone,
        severity=kind.severity,
        publicity=Publicity(publicity) if publicity else kind.publicity,
        description=description.strip(),
        quantity=quantity,
        marks=sorted(marks),
        occurred_on=occurred_on,
        obtained_on=obtained_on,
        valid_until=valid_until,
        due_on=due_on,
        entered_late=bool(due_on and dates.today() > due_on),
        source=source.strip(),
        source_key=source_key or None,
        revision_id=revision_id,
        paper_id=paper_id,
        entered_by=by,
        entered_at=dates.now(),
    )
    audit.record(
        "credit.record_entry",
        actor=by,
        target=entry,
        association_id=association_id,
        data={"code": code, "occurred_on": str(occurred_on), "source": entry.source},
    )
    return entry


@transaction.atomic
def retract_entry(*, entry_id: int, reason: str, by: User) -> EntryEnding:
    """Take back an entry that was wrong: it stays on the file, marked, and weighs nothing on any
    day. Raises NotAllowed, Conflict when it is retracted already, Refused without a reason."""
    association_id = CreditEntry.objects.values_list("association_id", flat=True).get(pk=entry_id)
    association = Association.objects.select_for_update().get(pk=association_id)
    entry = CreditEntry.objects.get(pk=entry_id)
    if not permissions.may_record(by, association, receiving_office_id(association)):
        raise NotAllowed("该组织的信用档案由另一科室管理，您不能撤销。")
    if not reason.strip():
        raise Refused("请写明撤销的原因，当事人会看到。", "reason")
    if entry.endings.filter(kind=EntryEnding.Kind.RETRACTED).exists():
        raise Conflict("这条信息已经撤销。")
    ending = write_ending(
        entry=entry, kind=EntryEnding.Kind.RETRACTED, on=None, reason=reason, by=by
    )
    rescore_association(association_id=association.pk)
    return ending


def write_ending(
    *, entry: CreditEntry, kind: str, on: dt.date | None, reason: str, by: User | None
) -> EntryEnding:
    """End an entry in the caller's transaction, which computes the score afterwards. Ending it
    the same way again changes nothing."""
    ended = entry.endings.filter(kind=kind).first()
    if ended is not None:
        return ended
    ending = EntryEnding.objects.create(
        entry=entry, kind=kind, on=on, reason=reason.strip(), by=by, at=dates.now()
    )
    audit.record(
        "credit.end_entry",
        actor=by,
        target=entry,
        association_id=entry.association_id,
        data={"kind": str(kind), "on": str(on or ""), "reason": ending.reason},
    )
    return ending


def _check_dates(occurred_on: dt.date, obtained_on: dt.date, valid_until: dt.date | None) -> None:
    if occurred_on > dates.today():
        raise Refused("发生日期不能晚于今天。", "occurred_on")
    if obtained_on > dates.today():
        raise Refused("获知日期不能晚于今天。", "obtained_on")
    if obtained_on < occurred_on:
        raise Refused("获知日期不能早于发生日期。", "obtained_on")
    if valid_until is not None and valid_until < occurred_on:
        raise Refused("有效期不能早于发生日期。", "valid_until")


def _refuse_duplicate(association: Association, code: str, occurred_on: dt.date) -> None:
    same = association.credit_entries.filter(code=code, occurred_on=occurred_on)
    if same.not_retracted().exists():
        raise Refused("同一天的同一事项已经录入，请核对是否重复。", "occurred_on")


def _due_on(obtained_on: dt.date) -> dt.date | None:
    """Five working days from being obtained (民政部令第60号 第八条).

    None where next year's calendar is still missing: the fact must go on file all the same.
    """
    try:
        return calendar.add_working_days(obtained_on, periods_in_force()["entry"].amount)
    except dates.CalendarMissing:
        return None
