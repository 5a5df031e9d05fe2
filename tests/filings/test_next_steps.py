"""Who acts next on a line of the task list."""

import datetime as dt

import pytest

from filings import next_steps
from filings.next_steps import NextStep
from filings.workflow import State

TODAY = dt.date(2026, 11, 24)


def document(state: str, **facts: object) -> NextStep:
    return next_steps.of_document(state, office="区社会组织管理股", **facts)


def line(*documents: NextStep, **facts: object) -> NextStep:
    return next_steps.of_slot(
        documents, **{"several": False, "takes_filings": True, "today": TODAY, **facts}
    )


@pytest.mark.parametrize(
    ("state", "yours", "words"),
    [
        (State.DRAFT, True, "填完后提交"),
        (State.SUBMITTED, False, "等区社会组织管理股受理"),
        (State.IN_REVIEW, False, "区社会组织管理股正在审核"),
        (State.ENDORSED, False, "负责人复核"),
        (State.APPROVED, False, "不用再办"),
        (State.RETURNED, True, "审核意见"),
        (State.WITHDRAWN, True, "重新提交"),
        (State.SUPERSEDED, False, "不用再办"),
    ],
)
def test_every_state_says_who_acts(state: State, yours: bool, words: str) -> None:
    step = document(state)

    assert step.yours is yours
    assert words in step.words
    assert step.action


def test_a_return_says_how_many_remarks_wait() -> None:
    assert "3 条意见" in document(State.RETURNED, remarks=3).words


def test_a_draft_that_answers_a_return_is_told_from_a_first_one() -> None:
    mending = document(State.DRAFT, mends=True, remarks=2)

    assert mending.word == "补正中"
    assert "2 条意见" in mending.words


def test_an_approved_pledge_is_public() -> None:
    assert "公开" in document(State.APPROVED, public=True).words


def test_an_empty_line_waits_for_the_filer_while_the_round_is_open() -> None:
    assert line().yours
    closed = line(takes_filings=False)
    assert not closed.yours
    assert closed.action == ""


def test_a_declaration_waits_for_its_date() -> None:
    later = line(declared="正在制定", planned_on=TODAY + dt.timedelta(days=1))
    due = line(declared="正在制定", planned_on=TODAY)

    assert not later.yours
    assert "2026年11月25日" in later.words
    assert due.yours
    assert line(declared="尚无").word == "尚无"


def test_what_was_carried_over_needs_nothing() -> None:
    step = line(carried_over=1, declared="尚无")

    assert step.state == "carried_over"
    assert not step.yours


def test_of_several_documents_the_most_urgent_speaks_for_the_line() -> None:
    step = line(
        document(State.APPROVED),
        document(State.RETURNED, remarks=1),
        document(State.APPROVED),
        several=True,
        carried_over=1,
    )

    assert step.state == State.RETURNED
    assert step.yours
    assert step.words.startswith("2 项已审定，1 项退回补正，1 项沿用")
    assert step.action == "查看或再报"
