"""Setting a hard rule aside: who asks, who decides, until when."""

import datetime as dt

import pytest

from associations.models import User
from filings import services
from filings.models import Revision, Waiver
from filings.services.checking import findings_of
from huanglong_portal.common import dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
RULE = "body-present"


@pytest.fixture
def filer() -> User:
    return people.representative(organisations.association())


@pytest.fixture
def draft(filer: User) -> Revision:
    """An ethics code without its text, which a hard rule asks for."""
    return filings.draft(filer.mandates.get().association, filer, "ethics_code")


@pytest.fixture
def asked(draft: Revision, filer: User) -> Waiver:
    return services.ask_waiver(
        revision_id=draft.pk, rule_id=RULE, reason="全文正在装订，下月补上。", by=filer
    )


def _finding(draft: Revision, rule_id: str = RULE):
    return next(one for one in findings_of(draft) if one.finding.rule_id == rule_id)


def _in(days: int) -> dt.date:
    return dates.today() + dt.timedelta(days=days)


def test_asking_alone_changes_nothing_about_submission(draft: Revision, asked: Waiver) -> None:
    found = _finding(draft)

    assert found.blocks_submission
    assert found.waiver == asked
    assert not found.may_be_waived
    assert asked.office == draft.slot.office
    assert AuditEvent.objects.filter(action="filings.ask_waiver").count() == 1


def test_an_allowed_waiver_lets_the_draft_through_and_is_told(
    draft: Revision, asked: Waiver, filer: User
) -> None:
    services.decide_waiver(
        waiver_id=asked.pk, allow=True, valid_until=_in(30), by=people.officer("chief")
    )

    assert not _finding(draft).blocks_submission
    told = filer.portal_messages.get()
    assert "已准许" in told.subject
    assert told.path == f"/filings/{draft.public_id}/"


def test_a_waiver_ends_with_its_day(draft: Revision, asked: Waiver) -> None:
    services.decide_waiver(
        waiver_id=asked.pk, allow=True, valid_until=_in(0), by=people.officer("chief")
    )
    assert _finding(draft).waived

    with dates.clock_at(dates.now() + dt.timedelta(days=1)):
        found = _finding(draft)
        assert found.blocks_submission
        assert found.may_be_waived


def test_a_refusal_says_why_and_one_may_ask_again(
    draft: Revision, asked: Waiver, filer: User
) -> None:
    chief = people.officer("chief")
    with pytest.raises(Refused, match="理由"):
        services.decide_waiver(waiver_id=asked.pk, allow=False, by=chief)
    services.decide_waiver(waiver_id=asked.pk, allow=False, note="全文是必须的。", by=chief)

    assert _finding(draft).blocks_submission
    assert "全文是必须的。" in filer.portal_messages.get().body
    services.ask_waiver(revision_id=draft.pk, rule_id=RULE, reason="另有原因。", by=filer)
    assert draft.filing.waivers.count() == 2


def test_only_a_chief_of_the_office_decides(asked: Waiver) -> None:
    for person in (people.officer("handler"), people.officer("chief", "district-section")):
        with pytest.raises(NotAllowed):
            services.decide_waiver(waiver_id=asked.pk, allow=True, valid_until=_in(1), by=person)


def test_a_chief_who_represents_the_organisation_does_not_decide(asked: Waiver) -> None:
    chief = people.officer("chief")
    chief.mandates.create(
        association=asked.filing.association, role="handler", valid_from=people.LONG_AGO
    )

    with pytest.raises(NotAllowed, match="同时代表"):
        services.decide_waiver(waiver_id=asked.pk, allow=True, valid_until=_in(1), by=chief)


def test_it_is_decided_once(asked: Waiver) -> None:
    chief = people.officer("chief")
    services.decide_waiver(waiver_id=asked.pk, allow=True, valid_until=_in(1), by=chief)

    with pytest.raises(Conflict):
        services.decide_waiver(waiver_id=asked.pk, allow=False, note="不", by=chief)


@pytest.mark.parametrize("days", [None, -1, 400])
def test_the_last_day_is_within_a_year(asked: Waiver, days: int | None) -> None:
    with pytest.raises(Refused) as refusal:
        services.decide_waiver(
            waiver_id=asked.pk,
            allow=True,
            valid_until=None if days is None else _in(days),
            by=people.officer("chief"),
        )
    assert refusal.value.field == "valid_until"


def test_only_what_must_be_mended_is_waived_and_only_once(
    draft: Revision, asked: Waiver, filer: User
) -> None:
    soft = next(one for one in findings_of(draft) if one.finding.severity == "please_explain")
    for rule_id, error in ((soft.finding.rule_id, Refused), (RULE, Conflict), ("none", Refused)):
        with pytest.raises(error):
            services.ask_waiver(revision_id=draft.pk, rule_id=rule_id, reason="因为", by=filer)


def test_strangers_do_not_ask(draft: Revision) -> None:
    stranger = people.representative(organisations.association())

    with pytest.raises(NotAllowed):
        services.ask_waiver(revision_id=draft.pk, rule_id=RULE, reason="因为", by=stranger)


def test_a_discarded_draft_leaves_the_request_behind(
    draft: Revision, asked: Waiver, filer: User
) -> None:
    services.discard_draft(revision_id=draft.pk, by=filer)

    asked.refresh_from_db()
    assert asked.filing.revisions.count() == 0
