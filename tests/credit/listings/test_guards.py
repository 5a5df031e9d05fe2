"""What the table of the workflow cannot say: this case, this person, this day."""

import datetime as dt
from dataclasses import replace

import pytest

from credit.listings.grounds import GROUNDS, Exit, ListKind, grounds_of
from credit.listings.guards import (
    Case,
    removable_from,
    why_not_decide,
    why_not_letters,
    why_not_list,
    why_not_move_up,
    why_not_remove,
    why_not_repair,
)
from credit.listings.measures import MEASURES, measures_of
from credit.listings.periods import PERIODS

PROPOSER, ANOTHER = 1, 2
LAST_DAY = dt.date(2026, 11, 16)
SERVED = Case("AB1", PROPOSER, LAST_DAY, evidence_digest="x", notified_digest="x")
LISTED_ON = dt.date(2026, 3, 2)


def listed(ground_id: str, **facts: object) -> Case:
    return replace(SERVED, ground_id=ground_id, clock_from=LISTED_ON, **facts)


def test_listing_before_service_is_refused() -> None:
    unserved = replace(SERVED, statement_until=None)

    assert "还没有送达" in why_not_list(unserved, actor_id=ANOTHER, on=LAST_DAY)


def test_listing_on_the_last_day_without_a_statement_is_refused() -> None:
    assert "期满之前不能" in why_not_list(SERVED, actor_id=ANOTHER, on=LAST_DAY)


def test_listing_on_the_day_after_the_period_is_possible() -> None:
    assert why_not_list(SERVED, actor_id=ANOTHER, on=LAST_DAY + dt.timedelta(days=1)) == ""


def test_a_statement_in_time_lets_the_decision_be_made_earlier() -> None:
    heard = replace(SERVED, statement_received=True)

    assert why_not_list(heard, actor_id=ANOTHER, on=dt.date(2026, 11, 9)) == ""


def test_the_proposer_does_not_decide() -> None:
    later = LAST_DAY + dt.timedelta(days=1)

    assert "不同的人" in why_not_list(SERVED, actor_id=PROPOSER, on=later)
    assert "不同的人" in why_not_decide(SERVED, actor_id=PROPOSER)


def test_evidence_changed_after_the_notice_stops_the_decision() -> None:
    changed = replace(SERVED, evidence_digest="y", statement_received=True)

    assert "重新送达" in why_not_list(changed, actor_id=ANOTHER, on=dt.date(2026, 12, 1))


def test_a_corrected_fault_leaves_the_abnormal_list_on_application() -> None:
    on = dt.date(2026, 4, 1)

    assert "还没有申请" in why_not_remove(listed("AB1", corrected=True), on=on, periods=PERIODS)
    asked = listed("AB1", asked_on=on)
    assert "核实" in why_not_remove(asked, on=on, periods=PERIODS)
    assert why_not_remove(replace(asked, corrected=True), on=on, periods=PERIODS) == ""


@pytest.mark.parametrize(("on", "possible"), [("2026-09-01", False), ("2026-09-02", True)])
def test_where_nothing_can_be_corrected_the_term_ends_it(on: str, possible: bool) -> None:
    sentence = why_not_remove(listed("AB5"), on=dt.date.fromisoformat(on), periods=PERIODS)

    assert (sentence == "") is possible


@pytest.mark.parametrize(("on", "possible"), [("2028-03-01", False), ("2028-03-02", True)])
@pytest.mark.parametrize("ground_id", ["SV2", "SV3", "SV4", "SV5", "SV6", "SV8"])
def test_the_serious_list_lasts_two_full_years(ground_id: str, on: str, possible: bool) -> None:
    case = listed(ground_id, asked_on=LISTED_ON, corrected=True)

    sentence = why_not_remove(case, on=dt.date.fromisoformat(on), periods=PERIODS)

    assert (sentence == "") is possible


def test_two_years_on_the_abnormal_list_also_need_the_duty_met() -> None:
    case = listed("SV1", asked_on=LISTED_ON)
    late = dt.date(2028, 3, 2)

    assert "核实" in why_not_remove(case, on=late, periods=PERIODS)
    assert why_not_remove(replace(case, corrected=True), on=late, periods=PERIODS) == ""


def test_a_revoked_registration_ends_with_deregistration() -> None:
    late = dt.date(2040, 1, 1)

    assert "尚未注销" in why_not_remove(listed("SV7"), on=late, periods=PERIODS)
    assert why_not_remove(listed("SV7", deregistered=True), on=LISTED_ON, periods=PERIODS) == ""


def test_repair_needs_the_commitment_too() -> None:
    on = dt.date(2026, 4, 1)
    case = listed("AB1", asked_on=on, corrected=True)

    assert "信用承诺书" in why_not_repair(case, on=on, periods=PERIODS)
    assert why_not_repair(replace(case, commitment=True), on=on, periods=PERIODS) == ""


def test_the_first_possible_day_is_known_from_the_start() -> None:
    assert removable_from(listed("AB5"), PERIODS) == dt.date(2026, 9, 2)
    assert removable_from(listed("SV4"), PERIODS) == dt.date(2028, 3, 2)
    assert removable_from(listed("AB1"), PERIODS) is None


@pytest.mark.parametrize(("days", "proved"), [(19, False), (20, True), (30, True), (31, False)])
def test_two_letters_prove_that_nobody_answers_at_the_address(days: int, proved: bool) -> None:
    first = dt.date(2026, 5, 1)

    sentence = why_not_letters(first, first + dt.timedelta(days=days), PERIODS)

    assert (sentence == "") is proved


def test_one_letter_proves_nothing() -> None:
    assert "两封" in why_not_letters(dt.date(2026, 5, 1), None, PERIODS)


@pytest.mark.parametrize(("on", "ripe"), [("2028-03-01", False), ("2028-03-02", True)])
def test_two_full_years_on_the_abnormal_list_before_the_serious_one(on: str, ripe: bool) -> None:
    period = PERIODS["abnormal_to_serious"]

    sentence = why_not_move_up(LISTED_ON, dt.date.fromisoformat(on), period)

    assert (sentence == "") is ripe
    assert "不在活动异常名录" in why_not_move_up(None, LISTED_ON, period)


def test_the_grounds_are_the_seven_and_the_eight_of_the_regulation() -> None:
    assert [ground.id for ground in grounds_of(ListKind.ABNORMAL)] == [
        f"AB{n}" for n in range(1, 8)
    ]
    assert [ground.id for ground in grounds_of(ListKind.SERIOUS)] == [f"SV{n}" for n in range(1, 9)]
    assert all(ground.article.startswith("民政部令第60号") for ground in GROUNDS.values())
    assert {ground.id for ground in GROUNDS.values() if ground.exit == Exit.AFTER_TERM} == {"AB5"}


def test_what_others_decide_the_bureau_only_asks_for() -> None:
    assert {kind.code for kind in MEASURES.values() if not kind.own_power} == {
        "rating",
        "tax",
        "function_transfer",
    }
    assert [kind.code for kind in measures_of(ListKind.ABNORMAL)] == ["inspection"]
