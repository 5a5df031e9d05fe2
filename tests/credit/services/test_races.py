"""Two officers at the same moment: one decision, one entry, one score, on either database."""

import datetime as dt

import pytest

from credit import services
from credit.models import CreditEntry, Listing, Score
from huanglong_portal.common.errors import Conflict, Refused
from tests.credit.builders import Bureau, at
from tests.factories import organisations, people
from tests.racing import race, winners

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


def test_two_chiefs_decide_once() -> None:
    bureau = Bureau(organisations.association())
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    second = people.officer("chief")

    def decide(by: object, outcome: str) -> object:
        with at("2026-11-17"):
            return services.decide_listing(
                listing_id=listing.pk,
                outcome=outcome,
                reason="证据充分。",
                decision_number="华民决〔2026〕5号",
                by=by,
            )

    results = race(lambda: decide(bureau.chief, "list"), lambda: decide(second, "dismiss"))

    assert len(winners(results)) == 1
    assert [type(result) for result in results if result not in winners(results)] == [Conflict]
    listing.refresh_from_db()
    assert listing.state in ("listed", "dismissed")
    assert listing.steps.filter(action__in=("list", "dismiss")).count() == 1


def test_the_same_fact_entered_by_two_is_entered_once() -> None:
    association = organisations.association()
    officers = [people.officer(), people.officer()]

    def record(by: object) -> object:
        return services.record_entry(
            association_id=association.pk,
            code="fee_list.public",
            occurred_on=dt.date(2026, 10, 9),
            source="区发展改革委",
            by=by,
        )

    results = race(*(lambda by=by: record(by) for by in officers))

    assert len(winners(results)) == 1
    assert [type(result) for result in results if result not in winners(results)] == [Refused]
    assert CreditEntry.objects.count() == 1


def test_a_recount_beside_an_entry_leaves_the_score_of_all_facts() -> None:
    association = organisations.association()
    officer = people.officer()

    def record(code: str) -> object:
        return services.record_entry(
            association_id=association.pk,
            code=code,
            occurred_on=dt.date(2026, 10, 9),
            source="区民政局",
            by=officer,
        )

    race(
        services.rescore,
        lambda: record("fee_list.public"),
        services.rescore,
        lambda: record("csr_report.published"),
    )

    # 12 + 5 + 4 of 72 points.
    assert Score.objects.current().get().total == 29_17
    assert not Listing.objects.exists()
