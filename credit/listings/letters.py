"""◇ The words of the two letters of a listing: 告知书 before the decision, 决定书 with it.

民政部令第60号 第十条 and 河南省社会信用条例 第二十八条: the notice names facts, reasons, basis, the
measures that follow and the right to object; the decision also says how to be removed and how to
appeal (行政复议法 第二十条、行政诉讼法 第四十六条).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from huanglong_portal.common.dates import write_date

from .grounds import Exit, Ground, ListKind
from .periods import Period, Unit

_HOW_TO_LEAVE = {
    Exit.ON_CORRECTION: "履行义务或者完成整改后，可以申请移出。",
    Exit.AFTER_TERM: "列入满{abnormal_term}后，由我局移出。",
    Exit.AFTER_MINIMUM: "列入满{serious_minimum}，且未再发生应当列入名单的情形的，可以申请移出。",
    Exit.MINIMUM_AND_CORRECTION: "列入满{serious_minimum}，已履行义务或者完成整改，"
    "且未再发生应当列入名单的情形的，可以申请移出。",
    Exit.ON_DEREGISTRATION: "注销登记后，由我局移出。",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its parts, as 公文 are laid out."""

    title: str
    number: str
    addressee: str
    paragraphs: tuple[str, ...]
    signed_by: str
    signed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Matter:
    """What both letters speak of."""

    name: str
    credit_code: str
    ground: Ground
    facts: str
    evidence: Sequence[str]
    measures: Sequence[str]
    bureau: str


def length(period: Period) -> str:
    """10 个工作日, 30 日, 6 个月; two full years as 二年."""
    if period.unit == Unit.MONTHS and period.amount == 24:
        return "二年"
    return f"{period.amount} {Unit(period.unit).label}"


def how_to_leave(ground: Ground, periods: Mapping[str, Period]) -> str:
    """The sentence that says how a listing on ``ground`` ends."""
    lengths = {code: length(period) for code, period in periods.items()}
    return _HOW_TO_LEAVE[ground.exit].format_map(lengths)


def prior_notice(
    matter: Matter, *, number: str, on: dt.date | None, periods: Mapping[str, Period]
) -> Letter:
    """The 告知书."""
    kind = ListKind(matter.ground.list_kind).label
    paragraphs = [
        f"经查，你单位存在以下事实：{matter.facts}",
        *_evidence(matter),
        (
            f"上述情形属于{matter.ground.article}所列“{matter.ground.title}”。依照该规定，"
            f"我局拟将你单位列入{kind}，并向社会公布。"
        ),
    ]
    if matter.measures:
        paragraphs.append(f"列入后，依法可能采取以下措施：{'；'.join(matter.measures)}。")
    paragraphs += [
        (
            f"你单位自收到本告知书之日起 {length(periods['statement'])}内，可以向我局陈述、申辩，"
            "并提交证据。可以在诚信自律报送平台的“信用档案”中提交，也可以书面提交。逾期没有提交的，"
            "视为放弃陈述、申辩。"
        ),
        "我局不会因陈述、申辩而加重处理。",
    ]
    return Letter(
        f"拟列入{kind}告知书",
        number,
        _addressee(matter),
        tuple(paragraphs),
        matter.bureau,
        on,
    )


def decision(
    matter: Matter,
    *,
    number: str,
    on: dt.date | None,
    reason: str,
    heard: bool,
    periods: Mapping[str, Period],
) -> Letter:
    """The 决定书. ``heard`` says whether a statement was received."""
    kind = ListKind(matter.ground.list_kind).label
    heard_sentence = (
        "我局已听取并复核你单位的陈述、申辩。" if heard else "你单位在期限内没有陈述、申辩。"
    )
    paragraphs = [
        f"经查，你单位存在以下事实：{matter.facts}",
        *_evidence(matter),
        f"我局已依法告知你单位拟列入的事实、理由、依据和权利。{heard_sentence}{reason}",
        (
            f"上述情形属于{matter.ground.article}所列“{matter.ground.title}”。我局决定将你单位列入"
            f"{kind}{f'，自{write_date(on)}起生效' if on else ''}，并向社会公布。"
        ),
    ]
    if matter.measures:
        paragraphs.append(f"同时采取以下措施：{'；'.join(matter.measures)}。")
    paragraphs += [
        how_to_leave(matter.ground, periods),
        (
            f"不服本决定的，可以自收到本决定书之日起 {length(periods['reconsideration'])}内申请"
            f"行政复议，或者自收到本决定书之日起 {length(periods['lawsuit'])}内提起行政诉讼。"
        ),
    ]
    return Letter(
        f"列入{kind}决定书", number, _addressee(matter), tuple(paragraphs), matter.bureau, on
    )


def _addressee(matter: Matter) -> str:
    return f"{matter.name}（统一社会信用代码：{matter.credit_code}）："


def _evidence(matter: Matter) -> list[str]:
    items = [item.strip().rstrip("。；") for item in matter.evidence if item.strip()]
    if not items:
        return []
    numbered = "；".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    return [f"以上事实有下列证据证明：{numbered}。"]
