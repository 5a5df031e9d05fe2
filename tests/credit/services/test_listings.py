"""The two lists through their doors: nothing can be skipped, from nowhere (B01–B08)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from associations import services as register
from associations.models import Message
from credit import services
from credit.models import EntryEnding, Listing, Measure, Score
from huanglong_portal.common.dates import CalendarMissing
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.credit.builders import Bureau, at, paper
from tests.factories import organisations, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return Bureau(organisations.association("濮阳市华龙区餐饮行业协会"))


# -- B01: no step can be skipped ---------------------------------------------------------------


def test_listing_before_the_notice_was_served_is_refused(bureau: Bureau) -> None:
    listing = bureau.propose()

    with pytest.raises(Conflict, match="不能“决定列入”"):
        bureau.decide(listing)


def test_listing_before_the_period_is_over_is_refused_without_a_statement(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())

    with at("2026-11-16 23:59:59"), pytest.raises(NotAllowed, match="期满之前不能"):
        bureau.decide(listing)
    listing.refresh_from_db()
    assert listing.state == "notified"

    with at("2026-11-17 00:00:00"):
        assert bureau.decide(listing).state == "listed"


def test_a_statement_lets_the_decision_be_made_within_the_period(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-05"):
        services.receive_statement(
            listing_id=listing.pk, text="报告已补报。", by=bureau.representative
        )
        assert bureau.decide(listing).state == "listed"


def test_only_what_was_decided_is_published(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())

    with pytest.raises(Conflict):
        bureau.publish(listing)
    assert not Listing.objects.published().exists()


# -- B02, B04: dates come from service and calendar, and stay --------------------------------


def test_the_last_day_is_computed_once_and_kept(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    services.set_period(code="statement", amount=5, note="更正", by=bureau.chief)

    listing.refresh_from_db()
    assert listing.statement_until == dt.date(2026, 11, 16)


def test_a_corrected_figure_holds_for_the_next_notice(bureau: Bureau) -> None:
    services.set_period(code="statement", amount=5, note="按省厅通知", by=bureau.chief)
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())

    assert listing.statement_until == dt.date(2026, 11, 9)


def test_service_by_announcement_has_its_own_period(bureau: Bureau) -> None:
    with at("2026-10-09"):
        listing = bureau.propose()
        services.serve_notice(
            listing_id=listing.pk,
            notice_number="华民告〔2026〕3号",
            served_on=dt.date(2026, 10, 9),
            manner="announcement",
            by=bureau.handler,
        )
    listing.refresh_from_db()

    assert listing.statement_until == dt.date(2026, 11, 9)  # 8 Nov. is a Sunday


def test_service_whose_period_reaches_an_unknown_year_asks_for_its_calendar(
    bureau: Bureau,
) -> None:
    with at("2026-12-28"), pytest.raises(CalendarMissing, match="2027"):
        bureau.serve(bureau.propose(), "2026-12-28")


@pytest.mark.parametrize("served_on", ["2026-11-01", "2026-11-03"])
def test_service_before_the_proposal_or_in_the_future_is_refused(
    bureau: Bureau, served_on: str
) -> None:
    with at("2026-11-02"), pytest.raises(Refused) as refusal:
        bureau.serve(bureau.propose(), served_on)
    assert refusal.value.field == "served_on"


def test_time_alone_changes_nothing(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2029-01-01"):
        services.rescore()

    listing.refresh_from_db()
    assert (listing.state, listing.statement_until) == ("notified", dt.date(2026, 11, 16))


# -- B03: the last second ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "late"), [("2026-11-16 23:59:59", False), ("2026-11-17 00:00:01", True)]
)
def test_a_statement_is_in_time_until_midnight_and_kept_after_it(
    bureau: Bureau, moment: str, late: bool
) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at(moment):
        step = services.receive_statement(
            listing_id=listing.pk, text="我们有话要说。", by=bureau.representative
        )

    assert (step.late, step.note) == (late, "我们有话要说。")


# -- B05: four eyes, and evidence that was told of ---------------------------------------------


def test_who_proposed_does_not_decide(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = services.propose_listing(
            association_id=bureau.association.pk,
            ground_id="AB1",
            facts="未报送。",
            evidence="截图",
            by=bureau.chief,
        )
        bureau.serve(listing)
    with at("2026-11-17"), pytest.raises(NotAllowed, match="不同的人"):
        bureau.decide(listing)
    with at("2026-11-17"), pytest.raises(NotAllowed, match="不同的人"):
        bureau.decide(listing, "dismiss")


def test_new_evidence_takes_the_listing_back_to_the_notice(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-10"):
        services.add_evidence(listing_id=listing.pk, evidence="会议记录", by=bureau.handler)
    listing.refresh_from_db()
    assert (listing.state, listing.statement_until) == ("proposed", None)
    with at("2026-11-17"), pytest.raises(Conflict):
        bureau.decide(listing)

    with at("2026-11-10"):
        bureau.serve(listing, "2026-11-10")
    assert listing.statement_until == dt.date(2026, 11, 24)
    with at("2026-11-17"), pytest.raises(NotAllowed, match="期满之前不能"):
        bureau.decide(listing)


def test_a_row_changed_behind_the_notice_cannot_be_decided(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    Listing.objects.filter(pk=listing.pk).update(facts="另一回事")

    with at("2026-11-17"), pytest.raises(NotAllowed, match="重新送达"):
        bureau.decide(listing)


# -- who may -----------------------------------------------------------------------------------


def test_another_office_neither_proposes_nor_decides(bureau: Bureau) -> None:
    stranger = people.officer("chief", "district-section")
    with pytest.raises(NotAllowed, match="另一科室"):
        services.propose_listing(
            association_id=bureau.association.pk,
            ground_id="AB1",
            facts="未报送。",
            evidence="截图",
            by=stranger,
        )
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-17"), pytest.raises(NotAllowed):
        bureau.decide(listing, by=stranger)


def test_a_handler_does_not_decide(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-17"), pytest.raises(NotAllowed):
        bureau.decide(listing, by=people.officer("handler"))


def test_an_officer_who_represents_the_organisation_does_not_act(bureau: Bureau) -> None:
    register.grant_mandate(
        association_id=bureau.association.pk,
        user_id=bureau.chief.pk,
        role="handler",
        by=bureau.handler,
    )
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-17"), pytest.raises(NotAllowed):
        bureau.decide(listing)


def test_strangers_make_no_statement(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    other = people.representative(organisations.association())

    with pytest.raises(NotAllowed):
        services.receive_statement(listing_id=listing.pk, text="……", by=other)


def test_the_same_ground_is_not_proposed_twice_at_once(bureau: Bureau) -> None:
    bureau.propose()

    with pytest.raises(Conflict, match="已经提议"):
        bureau.propose()


def test_an_unreachable_address_needs_two_letters(bureau: Bureau) -> None:
    with pytest.raises(Refused) as refusal:
        bureau.propose("AB6", first_letter_on=dt.date(2026, 9, 1))
    assert refusal.value.field == "second_letter_on"

    listing = bureau.propose(
        "AB6", first_letter_on=dt.date(2026, 9, 1), second_letter_on=dt.date(2026, 9, 25)
    )
    assert listing.state == "proposed"


def test_the_serious_list_for_two_years_on_the_other_needs_two_years(bureau: Bureau) -> None:
    with pytest.raises(Refused, match="不在活动异常名录"):
        bureau.propose("SV1")


# -- what a listing does, and what ends with it ------------------------------------------------


def test_a_decision_reaches_register_score_and_measures_at_once(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose("SV4"))
    with at("2026-11-17"):
        bureau.decide(listing, measures=["no_purchase", "tax"])

    bureau.association.refresh_from_db()
    assert bureau.association.standing == "serious"
    assert {measure.code for measure in Measure.objects.in_force()} == {"no_purchase", "tax"}
    score = Score.objects.current().get(association=bureau.association)
    assert [line.id for line in score.bill_lines if line.id.startswith("standing")] == [
        "standing.serious"
    ]
    assert bureau.association.grade == score.band == "D"


def test_a_measure_of_the_other_list_is_refused_and_nothing_is_decided(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-17"), pytest.raises(Refused, match="不适用"):
        bureau.decide(listing, measures=["no_purchase"])

    listing.refresh_from_db()
    assert listing.state == "notified"


def test_a_serious_listing_ends_the_abnormal_one(bureau: Bureau) -> None:
    abnormal = bureau.listed("AB1")
    with at("2026-11-18"):
        serious = bureau.serve(bureau.propose("SV4"), "2026-11-18")
    with at("2026-12-10"):
        bureau.decide(serious)

    abnormal.refresh_from_db()
    bureau.association.refresh_from_db()
    assert (abnormal.state, abnormal.ended_on) == ("moved", dt.date(2026, 12, 10))
    assert bureau.association.standing == "serious"


def test_removal_on_application_after_correction(bureau: Bureau) -> None:
    listing = bureau.listed("AB1")
    with at("2026-11-20"):
        with pytest.raises(NotAllowed, match="还没有申请"):
            services.remove_listing(
                listing_id=listing.pk, note="已补报", by=bureau.chief, corrected=True
            )
        services.ask_removal(listing_id=listing.pk, text="已补报", by=bureau.representative)
        services.remove_listing(
            listing_id=listing.pk, note="核实已补报", by=bureau.chief, corrected=True
        )

    listing.refresh_from_db()
    bureau.association.refresh_from_db()
    assert (listing.state, listing.ended_on) == ("removed", dt.date(2026, 11, 20))
    assert bureau.association.standing == "none"


def test_repair_ends_publication_standing_measures_and_entries_together(bureau: Bureau) -> None:
    with at("2026-10-20"):
        entry = services.record_entry(
            association_id=bureau.association.pk,
            code="annual_report.missing",
            occurred_on=dt.date(2026, 7, 1),
            source="区民政局",
            paper_id=paper(bureau.association, bureau.handler).pk,
            by=bureau.handler,
        )
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose(entry_ids=[entry.pk]))
    with at("2026-11-17"):
        bureau.publish(bureau.decide(listing, measures=["inspection"]))
    with at("2026-11-20"):
        services.ask_removal(
            listing_id=listing.pk, text="已补报", commitment=True, by=bureau.representative
        )
        services.repair_listing(
            listing_id=listing.pk, note="核实已补报", by=bureau.chief, corrected=True
        )

    bureau.association.refresh_from_db()
    assert not Listing.objects.published().exists()
    assert bureau.association.standing == "none"
    assert not Measure.objects.in_force().exists()
    assert [ending.kind for ending in entry.endings.all()] == [EntryEnding.Kind.REPAIRED]
    line_ids = {line.id for line in Score.objects.current().get().bill_lines}
    assert "standing.abnormal" not in line_ids


# -- B06, B07, B08 -----------------------------------------------------------------------------


def test_the_lowest_score_lists_nobody(bureau: Bureau) -> None:
    for code in ("false_material", "penalty.large_fine", "penalty.suspension", "pledge.broken"):
        services.record_entry(
            association_id=bureau.association.pk,
            code=code,
            occurred_on=dt.date(2026, 10, 12),
            source="区民政局",
            paper_id=paper(bureau.association, bureau.handler).pk,
            by=bureau.handler,
        )
    services.rescore()

    bureau.association.refresh_from_db()
    assert (Score.objects.current().get().total, bureau.association.grade) == (0, "D")
    assert bureau.association.standing == "none"
    assert not Listing.objects.exists()


def test_an_overturned_listing_leaves_public_pages_and_score_as_if_it_had_never_been(
    bureau: Bureau,
) -> None:
    with at("2026-11-01"):
        services.rescore()
        before = Score.objects.current().get()
    listing = bureau.listed("AB1")
    with at("2026-11-25"):
        services.overturn_listing(listing_id=listing.pk, note="复议撤销", by=bureau.chief)
        services.rescore()

    after = Score.objects.current().get()
    bureau.association.refresh_from_db()
    assert not Listing.objects.published().exists()
    assert (after.total, after.lines) == (before.total, before.lines)
    assert bureau.association.standing == "none"
    listing.refresh_from_db()
    assert (listing.state, listing.steps.count()) == ("overturned", 5)


def test_a_suspended_organisation_is_still_heard(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
        register.suspend(association_id=bureau.association.pk, by=bureau.chief, note="整改")
        services.receive_statement(
            listing_id=listing.pk, text="我们陈述如下。", by=bureau.representative
        )
    listing.refresh_from_db()

    assert listing.state == "heard"


def test_where_nothing_can_be_corrected_the_term_ends_without_application(bureau: Bureau) -> None:
    listing = bureau.listed("AB5")
    with at("2027-05-16"), pytest.raises(NotAllowed, match="2027年5月17日起"):
        services.remove_listing(listing_id=listing.pk, note="期满", by=bureau.chief)

    with at("2027-05-17"):
        services.remove_listing(listing_id=listing.pk, note="期满", by=bureau.chief)
    listing.refresh_from_db()
    assert listing.state == "removed"


def test_a_new_ground_restarts_the_time_on_the_list(bureau: Bureau) -> None:
    listing = bureau.listed("AB5")
    with at("2026-12-01"):
        again = bureau.serve(bureau.propose("AB1"), "2026-12-01")
    with at("2026-12-16"):
        bureau.decide(again)

    with at("2027-05-20"), pytest.raises(NotAllowed, match="2027年6月16日起"):
        services.remove_listing(listing_id=listing.pk, note="期满", by=bureau.chief)


# -- the docket, the trail, the telling --------------------------------------------------------


def test_every_step_is_in_the_docket_and_on_the_trail(bureau: Bureau) -> None:
    listing = bureau.listed("AB1")

    assert [step.action for step in listing.steps.all()] == ["propose", "serve", "list", "publish"]
    assert list(
        AuditEvent.objects.filter(
            target_type="credit.Listing", association_id=bureau.association.pk
        )
        .order_by("seq")
        .values_list("action", flat=True)
    ) == [
        "credit.listing_propose",
        "credit.listing_serve",
        "credit.listing_list",
        "credit.listing_publish",
    ]


def test_the_organisation_is_told_of_notice_and_decision_and_not_of_the_proposal(
    bureau: Bureau,
) -> None:
    bureau.propose("AB2")
    assert not Message.objects.exists()

    bureau.listed("AB1")
    subjects = list(Message.objects.order_by("pk").values_list("subject", flat=True))
    assert subjects == ["拟列入活动异常名录告知书", "列入活动异常名录决定书"]


def test_a_proposal_can_be_dropped_only_before_the_organisation_was_told(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.propose()
        services.drop_listing(listing_id=listing.pk, reason="已补报", by=bureau.handler)
        told = bureau.serve(bureau.propose())
        with pytest.raises(Conflict):
            services.drop_listing(listing_id=told.pk, reason="已补报", by=bureau.handler)


def test_a_dismissed_proposal_has_no_consequence(bureau: Bureau) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
        bureau.decide(listing, "dismiss")

    bureau.association.refresh_from_db()
    assert (listing.state, bureau.association.standing) == ("dismissed", "none")


def test_visibility_by_person_and_state(bureau: Bureau) -> None:
    stranger = people.representative(organisations.association())
    other_office = people.officer("chief", "district-section")
    with at("2026-11-02"):
        listing = bureau.propose()

    def seen(user: object) -> bool:
        return Listing.objects.visible_to(user).filter(pk=listing.pk).exists()

    assert seen(bureau.handler)
    assert not any(seen(user) for user in (bureau.representative, stranger, other_office))
    with at("2026-11-02"):
        bureau.serve(listing)
    assert seen(bureau.representative)
    assert not any(seen(user) for user in (stranger, other_office))
    with at("2026-11-17"):
        bureau.publish(bureau.decide(listing))
    assert seen(other_office)
    assert not seen(stranger)


def test_a_decision_costs_a_fixed_number_of_queries(bureau: Bureau) -> None:
    def decide_after(papers: int) -> int:
        person = Bureau(organisations.association())
        with at("2026-11-02"):
            listing = person.propose()
            for number in range(papers):
                services.add_evidence(
                    listing_id=listing.pk, evidence=f"证据{number}", by=person.handler
                )
            person.serve(listing)
        with (
            at("2026-11-17"),
            CaptureQueriesContext(
                connection,
            ) as queries,
        ):
            person.decide(listing)
        return len(queries)

    assert decide_after(1) == decide_after(3)


def test_the_message_leads_to_the_page_where_the_organisation_is_heard(bureau: Bureau) -> None:
    listing = bureau.listed()

    assert {message.path for message in Message.objects.all()} == {
        reverse("credit:listing", args=[listing.public_id])
    }
