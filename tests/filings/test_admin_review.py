"""The officers' pages of filings: queue, review, rounds."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from associations.models import User
from filings import services
from filings.models import Decision, Remark, Revision, Round
from filings.workflow import State
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
QUEUE = "/admin/filings/revision/"


@pytest.fixture
def handler() -> User:
    return people.officer("handler", name="李某")


@pytest.fixture
def review(handler: User) -> Revision:
    association = organisations.association()
    return filings.in_review(association, people.representative(association), handler)


def _page(revision: Revision) -> str:
    return f"{QUEUE}{revision.pk}/change/"


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_queue_shows_what_was_submitted_to_my_office(review: Revision, handler: User) -> None:
    shown = _signed_in(handler).get(QUEUE)

    assert review.title in shown.content.decode()


@pytest.mark.parametrize("office", ["district-section"])
def test_the_other_office_sees_nothing_of_it(review: Revision, office: str) -> None:
    client = _signed_in(people.officer("handler", office))

    assert review.title not in client.get(QUEUE).content.decode()
    assert client.get(_page(review)).status_code == 404
    assert client.post(_page(review), {"act": "endorse"}).status_code == 404


def test_drafts_are_nobodys_business_but_the_organisations(handler: User) -> None:
    association = organisations.association()
    draft = filings.draft(association, people.representative(association))

    assert _signed_in(handler).get(_page(draft)).status_code == 404


def test_representatives_and_the_public_do_not_get_in(review: Revision) -> None:
    filer = people.representative(review.filing.association)

    for client in (Client(), _signed_in(filer)):
        response = client.get(_page(review))
        assert response.status_code == 302
        assert "login" in response.headers["Location"]


def test_a_person_whose_posting_has_ended_does_not_get_in(review: Revision) -> None:
    former = people.officer("handler")
    former.postings.update(valid_until=people.LONG_AGO)

    assert _signed_in(former).get(_page(review)).status_code == 302


def test_a_remark_is_kept_with_its_place(review: Revision, handler: User) -> None:
    _signed_in(handler).post(
        _page(review), {"act": "remark", "place": "fees|收费标准", "text": "请写明依据"}
    )

    remark = Remark.objects.get()
    assert (remark.anchor, remark.place, remark.text, remark.by) == (
        "fees",
        "收费标准",
        "请写明依据",
        handler,
    )


def test_a_refused_act_keeps_what_was_typed(review: Revision, handler: User) -> None:
    response = _signed_in(handler).post(
        _page(review),
        {"act": "endorse", "note": "已核对收费文件", "digest": "0" * 64},
    )

    assert response.status_code == 409
    assert "已有新版本" in response.content.decode()
    assert "已核对收费文件" in response.content.decode()
    assert not Decision.objects.exists()


def test_from_endorsement_to_approval_by_two_people(review: Revision, handler: User) -> None:
    chief = people.officer("chief")
    _signed_in(handler).post(_page(review), {"act": "endorse", "digest": review.digest})
    assert "审定通过" not in _signed_in(handler).get(_page(review)).content.decode()
    _signed_in(chief).post(_page(review), {"act": "approve", "digest": review.digest})

    review.refresh_from_db()
    assert review.state == State.APPROVED


def test_an_unknown_act_is_not_found(review: Revision, handler: User) -> None:
    assert _signed_in(handler).post(_page(review), {"act": "delete"}).status_code == 404


def test_claiming_several_reports_each_that_could_not_be(handler: User) -> None:
    free, taken = (
        filings.submitted(association, people.representative(association))
        for association in (organisations.association(), organisations.association())
    )
    services.perform(revision_id=taken.pk, action="claim", by=people.officer("handler"))
    response = _signed_in(handler).post(
        QUEUE,
        {"action": "claim_selected", "_selected_action": [free.pk, taken.pk]},
        follow=True,
    )

    page = response.content.decode()
    assert "已受理 1 份材料" in page
    assert f"{taken.title}：" in page


def test_the_queue_asks_the_database_no_more_for_three_than_for_one(handler: User) -> None:
    client = _signed_in(handler)

    def queries_for(more: int) -> int:
        for _ in range(more):
            association = organisations.association()
            filings.submitted(association, people.representative(association))
        client.get(QUEUE)
        with CaptureQueriesContext(connection) as captured:
            client.get(QUEUE)
        return len(captured)

    assert queries_for(1) == queries_for(2)


def test_a_round_is_drafted_opened_and_closed_by_a_chief() -> None:
    organisations.association()
    client = _signed_in(people.officer("chief"))
    client.post(
        "/admin/filings/round/add/",
        {
            "title": "关于报送材料的通知",
            "slug": "2026",
            "year": 2026,
            "opens_on": "2026-01-01",
            "closes_on": "2026-12-31",
            "contact": "",
            "text": "",
        },
    )
    drafted = Round.objects.get()
    assert drafted.routes.count() == 4
    assert drafted.requirements.count() == 17

    client.post(f"/admin/filings/round/{drafted.pk}/change/", {"step": "open"})
    drafted.refresh_from_db()
    assert drafted.state == "open"
    assert drafted.slots.count() == 5

    client.post(f"/admin/filings/round/{drafted.pk}/change/", {"step": "close"})
    drafted.refresh_from_db()
    assert drafted.state == "closed"


def test_a_handler_cannot_open_a_round(handler: User) -> None:
    assert _signed_in(handler).get("/admin/filings/round/add/").status_code == 403


def test_the_desk_counts_what_waits(review: Revision, handler: User) -> None:
    page = _signed_in(handler).get("/admin/").content.decode()

    assert review.title in page
    assert "我受理的" in page


def test_an_account_cannot_be_found_by_its_password_hash() -> None:
    client = _signed_in(people.officer("administrator"))

    assert client.get("/admin/associations/user/?password__startswith=md5").status_code in (
        302,
        400,
    )
