"""Who acts next on a line of the task list, and what they do. Pure: facts in, words out."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .workflow import State


@dataclass(frozen=True, slots=True)
class NextStep:
    """A state key with its word, who acts next, and the verb of the one button.

    ``yours`` is True when the next act is the filer's: such a line shows its deadline.
    """

    state: str
    words: str
    action: str
    yours: bool = False
    word: str = ""


# What the filer has to do comes first, in this order.
_URGENCY = (
    State.RETURNED,
    State.WITHDRAWN,
    State.DRAFT,
    State.SUBMITTED,
    State.IN_REVIEW,
    State.ENDORSED,
    State.APPROVED,
    State.SUPERSEDED,
)


def of_document(
    state: str, *, office: str, remarks: int = 0, mends: bool = False, public: bool = False
) -> NextStep:
    """The next step of one document. ``remarks`` of the officers wait for the filer where the
    document was returned; ``mends`` tells a draft that answers them from a first one."""
    by_remarks = f"请您按 {remarks} 条意见修改后提交" if remarks else "请您按审核意见修改后提交"
    match State(state):
        case State.DRAFT:
            words = by_remarks if mends else "请您填完后提交"
            return NextStep(state, words, "继续填报", yours=True, word="补正中" if mends else "")
        case State.RETURNED:
            return NextStep(state, by_remarks, "去修改", yours=True)
        case State.WITHDRAWN:
            return NextStep(state, "请您修改后重新提交", "去修改", yours=True)
        case State.SUBMITTED:
            return NextStep(state, f"等{office}受理", "查看")
        case State.IN_REVIEW:
            return NextStep(state, f"{office}正在审核", "查看")
        case State.ENDORSED:
            return NextStep(state, f"等{office}负责人复核", "查看")
        case State.APPROVED if public:
            return NextStep(state, "已向社会公开，不用再办", "查看")
        case _:
            return NextStep(state, "不用再办", "查看")


def of_slot(
    documents: Sequence[NextStep],
    *,
    several: bool,
    takes_filings: bool,
    carried_over: int = 0,
    declared: str = "",
    planned_on: dt.date | None = None,
    today: dt.date | None = None,
) -> NextStep:
    """The next step of a whole line.

    ``documents`` are those filed into it, ``carried_over`` how many approved ones were certified
    again, ``declared`` the label of a declaration in force (尚无, 正在制定).
    """
    if documents and not several:
        return documents[0]
    if documents:
        return _of_several(documents, takes_filings=takes_filings, carried_over=carried_over)
    if carried_over:
        words = f"沿用 {carried_over} 项，不用再办" if several else "沿用已审定的一版，不用再办"
        return NextStep("carried_over", words, "查看")
    if declared:
        return _of_declaration(declared, planned_on, today, takes_filings)
    if takes_filings:
        return NextStep("to_do", "请您填报", "开始填报", yours=True)
    return NextStep("to_do", "已截止，如需补报请致电民政局", "")


def _of_several(
    documents: Sequence[NextStep], *, takes_filings: bool, carried_over: int
) -> NextStep:
    first = min(documents, key=lambda step: _URGENCY.index(State(step.state)))
    counted = Counter(step.word or State(step.state).label for step in documents)
    parts = [f"{count} 项{word}" for word, count in counted.items()]
    if carried_over:
        parts.append(f"{carried_over} 项沿用")
    words = "，".join(parts)
    if first.yours:
        words = f"{words}。{first.words}"
    return NextStep(
        first.state,
        words,
        "查看或再报" if takes_filings else "查看",
        yours=first.yours,
        word=first.word,
    )


def _of_declaration(
    declared: str, planned_on: dt.date | None, today: dt.date | None, takes_filings: bool
) -> NextStep:
    action = "填报或更新" if takes_filings else ""
    if planned_on and today and planned_on <= today:
        return NextStep(
            "declared", "计划的日期已到，请您填报或更新", action, yours=takes_filings, word=declared
        )
    if planned_on:
        day = f"{planned_on.year}年{planned_on.month}月{planned_on.day}日"
        return NextStep("declared", f"计划{day}完成，完成后请填报", action, word=declared)
    return NextStep("declared", "有了以后请填报", action, word=declared)
