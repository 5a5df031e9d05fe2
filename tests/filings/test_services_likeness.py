"""Whose text a submitted version is like: found in the background, by a few look-ups."""

from collections.abc import Callable

import pytest
from django.test import Client

from associations.models import Association, User
from filings import services
from filings.checks import Severity
from filings.materials import Material
from filings.models import LikeText, Revision, TextSketch
from filings.services.checking import findings_of
from filings.workflow import Action
from huanglong_portal.common.numerals import to_chinese
from tests.counting import CountQueries
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
SHARED = [
    "会员单位应当在经营场所醒目位置公示营业执照、服务项目、收费标准和监督电话，自觉接受消费者监督。",
    "会员单位应当建立投诉登记制度，接到投诉后三个工作日内答复，十五个工作日内办结并留存记录。",
    "会员单位之间发生争议的，可以向本会申请调解，调解不成的，依法申请仲裁或者提起诉讼。",
]
OTHER = [
    "从事学生接送服务的驾驶人应当持有相应准驾车型证照，并按期参加安全教育和应急演练。",
    "车辆出发前应当逐项检查制动、转向、灯光和安全带，检查记录由驾驶人和安全员共同签字。",
    "遇有雨雪大雾等恶劣天气，应当减速慢行，不具备安全通行条件的，应当停运并告知家长。",
]


def _submitted(articles: list[str], association: Association | None = None) -> Revision:
    """A pledge with these articles, waiting to be claimed."""
    association = association or organisations.association()
    filer = people.representative(association)
    draft = filings.draft(association, filer)
    text = "\n".join(
        f"第{to_chinese(number)}条　{words}" for number, words in enumerate(articles, 1)
    )
    services.take_body_from_text(revision_id=draft.pk, text=text, by=filer)
    draft.refresh_from_db()
    services.explain_findings(
        revision_id=draft.pk,
        texts={
            one.finding.fingerprint: "已核对。"
            for one in findings_of(draft)
            if one.finding.severity == Severity.PLEASE_EXPLAIN
        },
        by=filer,
    )
    return services.perform(revision_id=draft.pk, action=Action.SUBMIT, by=filer)


def _approve(revision: Revision) -> None:
    handler = people.officer("handler")
    for action, by in (
        (Action.CLAIM, handler),
        (Action.ENDORSE, handler),
        (Action.APPROVE, people.officer("chief")),
    ):
        services.perform(revision_id=revision.pk, action=action, by=by)


def _client(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_copied_text_is_found_after_submission_article_by_article(
    deliver_outbox: Callable[[], int],
) -> None:
    first = _submitted([*SHARED, OTHER[0]])
    deliver_outbox()
    second = _submitted([OTHER[1], *reversed(SHARED)])
    deliver_outbox()

    found = LikeText.objects.get()
    assert (found.revision, found.other) == (second, first)
    assert found.share == pytest.approx(0.75, abs=0.1)
    assert {(match["place"], match["other_place"]) for match in found.matches} == {
        ("第二条", "第三条"),
        ("第三条", "第二条"),
        ("第四条", "第一条"),
    }


def test_a_text_of_ones_own_is_like_nobodys(deliver_outbox: Callable[[], int]) -> None:
    _submitted(SHARED)
    _submitted(OTHER)
    deliver_outbox()

    assert not LikeText.objects.exists()


def test_ones_own_earlier_version_is_not_somebody_else(
    deliver_outbox: Callable[[], int],
) -> None:
    first = _submitted(SHARED)
    deliver_outbox()
    filer = first.submitted_by
    services.perform(revision_id=first.pk, action=Action.WITHDRAW, by=filer)
    again = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=filer)
    services.perform(revision_id=again.pk, action=Action.SUBMIT, by=filer)
    deliver_outbox()

    assert not LikeText.objects.exists()
    assert TextSketch.objects.get().revision_id == again.pk


def test_running_twice_changes_nothing_and_an_older_version_does_not_come_back() -> None:
    first, second = _submitted(SHARED), _submitted(SHARED)
    for _ in range(2):
        services.find_likeness(revision_id=first.pk)
        services.find_likeness(revision_id=second.pk)

    assert LikeText.objects.filter(revision=second).count() == 1
    assert TextSketch.objects.count() == 2


def test_a_draft_and_a_pledge_without_text_are_left_alone() -> None:
    association = organisations.association()
    filer = people.representative(association)
    draft = filings.draft(association, filer, Material.CONVENTION)
    services.take_body_from_text(revision_id=draft.pk, text=f"第一条　{SHARED[0]}", by=filer)

    assert services.find_likeness(revision_id=draft.pk) == 0
    assert services.find_likeness(revision_id=_empty().pk) == 0
    assert not TextSketch.objects.exists()


def _empty() -> Revision:
    association = organisations.association()
    return filings.submitted(association, people.representative(association))


def test_the_cost_does_not_grow_with_the_number_of_documents() -> None:
    def queries_for(documents: int) -> int:
        for _ in range(documents):
            services.find_likeness(revision_id=_submitted(SHARED).pk)
        newest = _submitted(SHARED)
        with CountQueries() as counted:
            services.find_likeness(revision_id=newest.pk)
        return counted.number

    assert queries_for(1) == queries_for(3)


def test_officers_see_names_and_filers_only_that_something_public_is_alike() -> None:
    theirs = organisations.association("濮阳市华龙区校车服务协会")
    first = _submitted(SHARED, theirs)
    services.find_likeness(revision_id=first.pk)
    second = _submitted(SHARED)
    services.find_likeness(revision_id=second.pk)
    filer = _client(second.submitted_by)
    own_page = f"/filings/{second.public_id}/"

    officer_page = f"/admin/filings/revision/{second.pk}/change/"
    review = _client(people.officer("handler")).get(officer_page).content.decode()
    assert "濮阳市华龙区校车服务协会" in review
    assert "和对方第一条" in review
    assert "相似" not in filer.get(own_page).content.decode()

    _approve(first)
    page = filer.get(own_page).content.decode()
    assert "与另一家组织已公开的诚信承诺书有 100% 相似" in page
    assert "校车服务协会" not in page
