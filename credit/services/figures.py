"""The legal periods as the bureau has set them."""

from dataclasses import replace

from django.db import transaction

from associations.models import User
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import NotAllowed, Refused

from .. import permissions
from ..listings.periods import PERIODS, Period
from ..models import LegalPeriod


def periods_in_force() -> dict[str, Period]:
    """All periods with the figures of the bureau's table in place of those they began with."""
    amounts = dict(LegalPeriod.objects.values_list("code", "amount"))
    return {
        code: replace(period, amount=amounts.get(code, period.amount))
        for code, period in PERIODS.items()
    }


@transaction.atomic
def set_period(*, code: str, amount: int, note: str, by: User) -> LegalPeriod:
    """Correct a figure. Dates already computed and told to somebody stay as they are."""
    if not permissions.may_set_periods(by):
        raise NotAllowed("只有负责人和系统管理员可以修改法定期限。")
    if amount < 1:
        raise Refused("期限至少为 1。", "amount")
    if not note.strip():
        raise Refused("请写明修改的依据。", "note")
    row = LegalPeriod.objects.select_for_update().get(code=code)
    previous, row.amount = row.amount, amount
    row.note, row.changed_by, row.changed_at = note.strip(), by, dates.now()
    row.save()
    audit.record(
        "credit.set_period",
        actor=by,
        target=row,
        data={"from": previous, "to": amount, "note": row.note},
    )
    return row
