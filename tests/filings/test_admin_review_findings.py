"""Findings on the review page: their law, the officer's verdict, the remark made of them."""

import pytest
from django.test import Client

from associations.models import User
from filings import services
from filings.checks import Severity
from filings.models import FindingVerdict, Remark, Revision
from filings.services.checking import findings_of
from filings.workflow import Action
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
PRICES = "会员单位的服务价格不得低于协会公布的最低价。"


@pytest.fixture
def handler() -> User:
    return people.officer("handler", name="李某")


@pytest.fixture
def review(handler: User) -> Revision:
    association = organisations.association()
    filer = people.representative(association)
    draft = filings.draft(association, filer)
    services.take_body_from_text(revision_id=draft.pk, text=f"第一条　{PRICES}", by=filer)
    draft.refresh_from_db()
    services.explain_findings(
        revision_id=draft.pk,
        texts={
            one.finding.fingerprint: "指导价，仅供参考。"
            for one in findings_of(draft)
            if one.finding.severity == Severity.PLEASE_EXPLAIN
        },
        by=filer,
    )
    services.perform(revision_id=draft.pk, action=Action.SUBMIT, by=filer)
    return services.perform(revision_id=draft.pk, action=Action.CLAIM, by=handler)


def _page(revision: Revision) -> str:
    return f"/admin/filings/revision/{revision.pk}/change/"


def _signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _fingerprint(review: Revision) -> str:
    return next(
        one.finding.fingerprint
        for one in findings_of(review)
        if one.finding.rule_id == "competition"
    )


def test_a_finding_leads_to_its_article_and_shows_the_sentence_it_rests_on(
    review: Revision, handler: User
) -> None:
    page = _signed_in(handler).get(_page(review)).content.decode()

    assert '<a href="#a1">第一条</a>' in page
    assert "检查发现（请说明）：不含排除、限制竞争的内容" in page
    assert "通知一（一）第2句" in page
    assert "指导价，仅供参考。" in page
    assert "征求市场监管部门意见" in page


def test_a_verdict_is_kept_and_shown(review: Revision, handler: User) -> None:
    client = _signed_in(handler)
    sent = {"act": "judge", "finding": _fingerprint(review), "verdict": "consult"}
    response = client.post(_page(review), sent)

    assert response.status_code == 302
    assert FindingVerdict.objects.get().by == handler
    assert "<strong>征求市场监管部门意见</strong>" in client.get(_page(review)).content.decode()


def test_a_refused_verdict_keeps_the_typed_reason(review: Revision, handler: User) -> None:
    response = _signed_in(handler).post(
        _page(review),
        {
            "act": "judge",
            "finding": _fingerprint(review),
            "verdict": "unknown",
            "verdict_note": "已查对收费公示",
        },
    )

    assert response.status_code == 409
    assert "已查对收费公示" in response.content.decode()


def test_one_click_takes_a_finding_along_with_the_return(review: Revision, handler: User) -> None:
    finding = _fingerprint(review)
    client = _signed_in(handler)
    client.post(_page(review), {"act": "carry", "finding": finding, "place": "a1"})

    remark = Remark.objects.get()
    assert (remark.anchor, remark.place, remark.internal) == ("a1", "第一条", False)
    assert "已列为" in client.get(_page(review)).content.decode()
    assert client.post(_page(review), {"act": "carry", "finding": finding}).status_code == 409
    assert Remark.objects.count() == 1


def test_the_other_office_judges_nothing(review: Revision) -> None:
    client = _signed_in(people.officer("chief", "district-section"))

    sent = {"act": "judge", "finding": _fingerprint(review), "verdict": "consult"}
    assert client.post(_page(review), sent).status_code == 404
    assert not FindingVerdict.objects.exists()
