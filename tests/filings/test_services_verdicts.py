"""The officer's verdict on a finding, and the remark made of one."""

import pytest
from django.db import DatabaseError, transaction

from associations.models import User
from filings import services
from filings.checks import Severity
from filings.models import FindingVerdict, Remark, Revision
from filings.services.checking import OpenFinding, findings_of
from filings.workflow import Action
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
TEXT = "第一条　会员单位的服务价格不得低于协会公布的最低价。\n第二条　联系人手机 13839312345。"


@pytest.fixture
def handler() -> User:
    return people.officer("handler", name="李某")


@pytest.fixture
def filer() -> User:
    return people.representative(organisations.association())


@pytest.fixture
def review(filer: User, handler: User) -> Revision:
    """A pledge under review whose text fixes prices; the filer explained what was asked."""
    draft = filings.draft(filer.mandates.get().association, filer)
    services.take_body_from_text(revision_id=draft.pk, text=TEXT, by=filer)
    draft.refresh_from_db()
    services.explain_findings(
        revision_id=draft.pk,
        texts={
            one.finding.fingerprint: "已征求意见。"
            for one in findings_of(draft)
            if one.finding.severity == Severity.PLEASE_EXPLAIN
        },
        by=filer,
    )
    services.perform(revision_id=draft.pk, action=Action.SUBMIT, by=filer)
    return services.perform(revision_id=draft.pk, action=Action.CLAIM, by=handler)


def _prices(revision: Revision) -> OpenFinding:
    return next(one for one in findings_of(revision) if one.finding.rule_id == "competition")


def _judge(revision: Revision, by: User, verdict: str = "confirmed", note: str = ""):
    return services.judge_finding(
        revision_id=revision.pk,
        fingerprint=_prices(revision).finding.fingerprint,
        verdict=verdict,
        note=note,
        by=by,
    )


def test_the_newest_verdict_holds_and_the_older_one_is_kept(
    review: Revision, handler: User
) -> None:
    _judge(review, handler, "consult")
    _judge(review, handler, "confirmed", "市场监管局回函认为固定价格")

    assert _prices(review).verdict.verdict == "confirmed"
    assert FindingVerdict.objects.count() == 2
    assert AuditEvent.objects.filter(action="filings.judge_finding").count() == 2


def test_a_verdict_is_shown_to_who_reviews_the_next_version(
    review: Revision, handler: User, filer: User
) -> None:
    _judge(review, handler)
    services.perform(revision_id=review.pk, action=Action.RETURN, by=handler, note="请修改")
    again = services.revise(filing_id=review.filing_id, slot_id=review.slot_id, by=filer)

    assert _prices(again).verdict.by == handler
    assert _prices(again).verdict.revision_id == review.pk


def test_a_verdict_is_never_rewritten(review: Revision, handler: User) -> None:
    kept = _judge(review, handler)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        FindingVerdict.objects.filter(pk=kept.pk).update(verdict="cleared")


def test_what_is_no_problem_needs_a_reason(review: Revision, handler: User) -> None:
    with pytest.raises(Refused, match="为什么不构成问题"):
        _judge(review, handler, "cleared")


def test_the_market_regulator_is_asked_about_competition_only(
    review: Revision, handler: User
) -> None:
    other = next(one for one in findings_of(review) if one.finding.rule_id != "competition")

    with pytest.raises(Refused, match="市场监管"):
        services.judge_finding(
            revision_id=review.pk,
            fingerprint=other.finding.fingerprint,
            verdict="consult",
            by=handler,
        )


def test_only_reviewers_of_the_office_judge(review: Revision, filer: User) -> None:
    for person in (filer, people.officer("chief", "district-section")):
        with pytest.raises(NotAllowed):
            _judge(review, person)


def test_an_officer_who_represents_the_organisation_does_not_judge(
    review: Revision, handler: User
) -> None:
    handler.mandates.create(
        association=review.filing.association, role="handler", valid_from=people.LONG_AGO
    )

    with pytest.raises(NotAllowed, match="同时代表"):
        _judge(review, handler)


def test_nothing_is_judged_before_it_is_claimed(handler: User) -> None:
    association = organisations.association()
    waiting = filings.submitted(association, people.representative(association))

    with pytest.raises(Conflict):
        services.judge_finding(
            revision_id=waiting.pk, fingerprint="0" * 64, verdict="confirmed", by=handler
        )


def test_a_finding_that_is_gone_is_not_judged(review: Revision, handler: User) -> None:
    with pytest.raises(Refused, match="刷新"):
        services.judge_finding(
            revision_id=review.pk, fingerprint="0" * 64, verdict="confirmed", by=handler
        )


def test_a_finding_becomes_a_remark_at_its_own_place_once(review: Revision, handler: User) -> None:
    finding = _prices(review).finding
    carry = {"revision_id": review.pk, "fingerprint": finding.fingerprint, "by": handler}
    services.remark_on_finding(**carry, place="第一条")

    remark = Remark.objects.get()
    assert (remark.anchor, remark.place) == ("a1", "第一条")
    assert finding.sentence in remark.text
    assert finding.remedy in remark.text
    with pytest.raises(Conflict):
        services.remark_on_finding(**carry)
