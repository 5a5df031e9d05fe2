import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings import procedure

people = st.integers(min_value=0, max_value=5000)
shares = st.tuples(st.integers(1, 4), st.integers(2, 5)).filter(lambda share: share[0] < share[1])


@pytest.mark.parametrize(("due", "needed"), [(90, 60), (91, 61), (100, 67), (1, 1), (0, 0)])
def test_two_thirds_of_those_due_must_come(due, needed):
    assert procedure.needed_present(due) == needed


@pytest.mark.parametrize(("present", "needed"), [(60, 31), (61, 31), (1, 1), (2, 2)])
def test_more_than_half_of_those_present_must_agree(present, needed):
    assert procedure.needed_in_favour(present) == needed


def test_a_charter_that_asks_for_two_thirds_is_met_by_exactly_two_thirds():
    assert procedure.needed_in_favour(60, (2, 3)) == 40


@given(people, shares)
def test_the_number_needed_is_the_smallest_that_reaches_the_share(due, share):
    needed = procedure.needed_present(due, share)

    assert needed * share[1] >= due * share[0]
    assert needed == 0 or (needed - 1) * share[1] < due * share[0]


@given(people)
def test_a_majority_is_always_more_than_the_rest(present):
    needed = procedure.needed_in_favour(present)

    assert needed > present - needed
    assert needed - 1 <= present - (needed - 1)


def test_figures_that_are_no_counts_are_not_told():
    vote = procedure.vote_of(
        {"assembly": {"due": 90, "present": "七十", "for": True, "against": -1}}
    )

    assert vote == procedure.Vote(due=90)


def test_days_are_told_in_the_order_they_ought_to_have():
    fields = {"effective_on": "2026-01-01", "consultation": {"to": "2025-05-02"}, "experts": {}}

    assert procedure.days_of(fields) == [
        ("consultation.to", "征求意见结束", dt.date(2025, 5, 2)),
        ("effective_on", "施行", dt.date(2026, 1, 1)),
    ]


def test_a_day_that_cannot_be_is_no_day():
    assert procedure.day_at({"effective_on": "2025-02-30"}, "effective_on") is None
    assert procedure.day_at({"experts": "无"}, "experts.date") is None


def test_shares_are_said_as_charters_say_them():
    assert procedure.share((2, 3)) == "三分之二"
