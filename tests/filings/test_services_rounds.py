"""Rounds: who gets which lines, and what answers a line."""

import datetime as dt

import pytest

from associations import services as register
from associations.models import Message
from filings import services
from filings.models import Round, Slot
from huanglong_portal.common import dates, outbox
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db


def _materials(association: object) -> set[str]:
    return set(Slot.objects.filter(association=association).values_list("material", flat=True))


def test_trade_associations_get_five_lines_and_others_four() -> None:
    trade = organisations.association()
    society = organisations.association(is_trade_association=False)
    foundation = organisations.association(kind="foundation")
    filings.open_round()

    assert len(_materials(trade)) == 5
    assert _materials(society) == _materials(foundation) == _materials(trade) - {"standard"}


def test_each_kind_reports_to_the_office_of_the_notice() -> None:
    trade, foundation = organisations.association(), organisations.association(kind="foundation")
    filings.open_round()

    offices = {
        slot.association_id: slot.office.name for slot in Slot.objects.select_related("office")
    }
    assert offices == {
        trade.pk: "市社会组织管理科",
        foundation.pk: "区社会组织管理股",
    }


def test_a_round_keeps_the_routing_it_was_drafted_with() -> None:
    chief = people.officer("chief")
    drafted = services.draft_round(
        slug="r",
        title="通知",
        year=2026,
        opens_on=dates.today(),
        closes_on=dates.today(),
        by=chief,
    )
    from associations.models import Office, RoutingRule

    RoutingRule.objects.filter(category="trade_association").update(
        office=Office.objects.get(slug="district-section")
    )

    assert drafted.routes.get(category="trade_association").office.slug == "city-division"


def test_everyone_in_scope_is_told_once() -> None:
    association = organisations.association()
    people.representative(association)
    filings.open_round()
    outbox.drain()
    outbox.drain()

    assert Message.objects.filter(association=association).count() == 1


def test_an_organisation_admitted_later_gets_its_lines() -> None:
    filings.open_round()
    late = organisations.association(state="applied")
    register.admit(association_id=late.pk, by=people.officer("handler"))

    assert len(_materials(late)) == 5


def test_a_round_opens_once() -> None:
    opened = filings.open_round()

    with pytest.raises(Conflict, match="报送中"):
        services.open_round(round_id=opened.pk, by=people.officer("chief"))


def test_only_chiefs_and_administrators_open_rounds() -> None:
    with pytest.raises(NotAllowed):
        services.draft_round(
            slug="x",
            title="通知",
            year=2026,
            opens_on=dates.today(),
            closes_on=dates.today(),
            by=people.officer("handler"),
        )


def test_a_line_can_be_answered_with_a_plan() -> None:
    association = organisations.association()
    filer = people.representative(association)
    slot = filings.slot(association, "convention")
    services.declare(
        slot_id=slot.pk,
        kind="in_preparation",
        plan="秘书处起草，九月征求意见。",
        planned_on=dates.today() + dt.timedelta(days=60),
        by=filer,
    )

    assert Slot.objects.with_progress().get(pk=slot.pk).progress == "in_preparation"


@pytest.mark.parametrize(
    ("kind", "plan", "words"),
    [("none_yet", "  ", "请写明工作安排"), ("in_preparation", "起草中", "请填写预计完成日期")],
)
def test_an_answer_without_plan_or_date_is_refused(kind: str, plan: str, words: str) -> None:
    association = organisations.association()
    filer = people.representative(association)

    with pytest.raises(Refused, match=words):
        services.declare(slot_id=filings.slot(association).pk, kind=kind, plan=plan, by=filer)


def test_last_rounds_approved_document_is_carried_over_unchanged() -> None:
    association = organisations.association()
    filer = people.representative(association)
    chief = people.officer("chief")
    approved = filings.approved(association, filer, people.officer("handler"), chief)
    services.close_round(round_id=approved.slot.round_id, by=chief)
    filings.open_round("2027")
    slot = Slot.objects.get(round__slug="2027", association=association, material="pledge")

    services.carry_over(slot_id=slot.pk, revision_id=approved.pk, by=filer)

    assert Slot.objects.with_progress().get(pk=slot.pk).progress == "carried_over"
    with pytest.raises(Conflict, match="不需要沿用"):
        services.carry_over(slot_id=_reopen(approved.slot), revision_id=approved.pk, by=filer)


def _reopen(slot: Slot) -> int:
    Round.objects.filter(pk=slot.round_id).update(state="open")
    return slot.pk


def test_after_the_closing_nothing_new_begins_but_returns_are_mended() -> None:
    association = organisations.association()
    filer, handler = people.representative(association), people.officer("handler")
    review = filings.in_review(association, filer, handler)
    services.perform(revision_id=review.pk, action="return", by=handler, note="请改")
    services.close_round(round_id=review.slot.round_id, by=people.officer("chief"))

    assert services.revise(filing_id=review.filing_id, slot_id=review.slot_id, by=filer)
    with pytest.raises(Refused, match="已经截止"):
        services.begin_filing(
            slot_id=Slot.objects.get(association=association, material="case").pk, by=filer
        )


def test_progress_of_a_returned_line_changes_with_the_new_version() -> None:
    association = organisations.association()
    filer, handler = people.representative(association), people.officer("handler")
    review = filings.in_review(association, filer, handler)
    services.perform(revision_id=review.pk, action="return", by=handler, note="请改")
    assert Slot.objects.with_progress().get(pk=review.slot_id).progress == "returned"

    services.revise(filing_id=review.filing_id, slot_id=review.slot_id, by=filer)

    assert Slot.objects.with_progress().get(pk=review.slot_id).progress == "draft"
