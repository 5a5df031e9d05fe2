"""◇ What the workflow table cannot say: why an action is refused in this very case.

Each function answers with a Chinese sentence for the officer, or "" when nothing stands against
the action.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from huanglong_portal.common.dates import write_date

from .grounds import GROUNDS, Exit
from .periods import Period, ripe_on


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one listing that its guards look at.

    ``clock_from`` is when the time on the list began to run: the latest listing on the same list,
    because a new ground restarts it (第十三条、第十六条). ``asked_on`` is the day of the
    organisation's application for removal.
    """

    ground_id: str
    proposed_by_id: int
    statement_until: dt.date | None = None
    statement_received: bool = False
    evidence_digest: str = ""
    notified_digest: str = ""
    clock_from: dt.date | None = None
    asked_on: dt.date | None = None
    corrected: bool = False
    commitment: bool = False
    deregistered: bool = False


def why_not_list(case: Case, *, actor_id: int, on: dt.date) -> str:
    """Listing needs the notice served on this evidence, the period over or a statement received,
    and a decision by somebody other than the proposer (第十条; 四眼原则)."""
    if case.statement_until is None:
        return "告知书还没有送达，不能作出列入决定。请先登记送达。"
    if case.evidence_digest != case.notified_digest:
        return "告知之后证据有变动。请重新送达告知书，陈述申辩期限重新计算。"
    if not case.statement_received and on <= case.statement_until:
        return (
            f"陈述申辩期限到{write_date(case.statement_until)} 24:00 为止，当事人还没有陈述申辩，"
            "期满之前不能作出列入决定。"
        )
    return why_not_decide(case, actor_id=actor_id)


def why_not_decide(case: Case, *, actor_id: int) -> str:
    """The proposer does not decide, in whichever way."""
    if case.proposed_by_id == actor_id:
        return "提议和决定必须由不同的人作出。请由另一位负责人决定。"
    return ""


def removable_from(case: Case, periods: Mapping[str, Period]) -> dt.date | None:
    """The first day on which time alone allows removal; None where time plays no part."""
    exit_ = GROUNDS[case.ground_id].exit
    if case.clock_from is None:
        return None
    if exit_ == Exit.AFTER_TERM:
        return ripe_on(periods["abnormal_term"], case.clock_from)
    if exit_ in (Exit.AFTER_MINIMUM, Exit.MINIMUM_AND_CORRECTION):
        return ripe_on(periods["serious_minimum"], case.clock_from)
    return None


def why_not_remove(case: Case, *, on: dt.date, periods: Mapping[str, Period]) -> str:
    """Removal follows the exit of the ground (民政部令第60号 第十四条等)."""
    exit_ = GROUNDS[case.ground_id].exit
    if exit_ == Exit.ON_DEREGISTRATION:
        return "" if case.deregistered else "该组织尚未注销，注销后才能移出。"
    ripe = removable_from(case, periods)
    if ripe is not None and on < ripe:
        return f"列入期未满，{write_date(ripe)}起才能移出。"
    if exit_ == Exit.AFTER_TERM:
        return ""
    if case.asked_on is None:
        return "当事人还没有申请移出。请先由当事人提出申请。"
    if exit_ in (Exit.ON_CORRECTION, Exit.MINIMUM_AND_CORRECTION) and not case.corrected:
        return "请先核实当事人已履行义务或者完成整改。"
    return ""


def why_not_repair(case: Case, *, on: dt.date, periods: Mapping[str, Period]) -> str:
    """Repair (信用修复管理办法): what removal needs, the fault corrected, and a public credit
    commitment (信用承诺书) received."""
    if not case.corrected:
        return "请先核实当事人已纠正失信行为、履行义务。"
    if not case.commitment:
        return "当事人还没有提交信用承诺书。"
    return why_not_remove(case, on=on, periods=periods)


def why_not_letters(
    first: dt.date | None, second: dt.date | None, periods: Mapping[str, Period]
) -> str:
    """AB6 is proved by two special letters to the registered address, so many days apart."""
    if first is None or second is None:
        return "以“无法取得联系”列入，须填写两封专用信函的寄出日期。"
    least, most = periods["letters_least"].amount, periods["letters_most"].amount
    if not least <= (second - first).days <= most:
        return f"两封专用信函应间隔 {least} 至 {most} 日，现在间隔 {(second - first).days} 日。"
    return ""


def why_not_move_up(abnormal_since: dt.date | None, on: dt.date, period: Period) -> str:
    """SV1 needs two full years on the abnormal list."""
    if abnormal_since is None:
        return "该组织不在活动异常名录上，不能以“列入满二年”为由提议。"
    ripe = ripe_on(period, abnormal_since)
    if on < ripe:
        return f"列入活动异常名录未满二年，{write_date(ripe)}起才能以此为由提议。"
    return ""
