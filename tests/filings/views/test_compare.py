"""The pages on which two versions stand beside each other."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from associations.models import User
from filings import services
from filings.models import Revision
from filings.workflow import Action
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def handler() -> User:
    return people.officer("handler")


@pytest.fixture
def filer() -> User:
    return people.representative(organisations.association())


@pytest.fixture
def first(filer: User, handler: User) -> Revision:
    association = filer.mandates.get().association
    return filings.approved(association, filer, handler, people.officer("chief"))


@pytest.fixture
def second(first: Revision, filer: User) -> Revision:
    draft = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=filer)
    services.save_draft(
        revision_id=draft.pk,
        by=filer,
        title=draft.title,
        fields={**draft.fields, "service_content": "为会员提供法律咨询和<b>信用</b>建设指导。"},
    )
    draft.refresh_from_db()
    return draft


def _client(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _officers(revision: Revision) -> str:
    return f"/admin/filings/revision/{revision.pk}/compare/"


def test_a_filer_compares_a_draft_with_the_approved_version(
    first: Revision, second: Revision, filer: User
) -> None:
    response = _client(filer).get(f"/filings/{second.public_id}/compare/", follow=True)

    page = response.content.decode()
    assert response.redirect_chain[-1][0].endswith(f"/compare/{first.public_id}/")
    assert "第 1 版" in page
    assert "<ins>" in page
    assert "&lt;b&gt;" in page
    assert "<b>信用" not in page


def test_a_first_version_has_nothing_to_compare_with(first: Revision, filer: User) -> None:
    response = _client(filer).get(f"/filings/{first.public_id}/compare/")

    assert response.headers["Location"] == f"/filings/{first.public_id}/"


def test_others_versions_are_not_found(first: Revision, second: Revision) -> None:
    stranger = people.representative(organisations.association())
    address = f"/filings/{second.public_id}/compare/{first.public_id}/"

    assert _client(stranger).get(address).status_code == 404


def test_versions_of_two_documents_are_not_compared(
    first: Revision, filer: User, handler: User
) -> None:
    other = filings.draft(first.filing.association, filer, "ethics_code")

    address = f"/filings/{first.public_id}/compare/{other.public_id}/"
    assert _client(filer).get(address).status_code == 404


def test_an_officer_sees_no_draft_beside_the_approved_version(
    first: Revision, second: Revision, filer: User, handler: User
) -> None:
    client = _client(handler)
    assert client.get(_officers(second)).status_code == 404
    assert client.get(f"{_officers(first)}?with={second.pk}").status_code == 404

    services.perform(revision_id=second.pk, action=Action.SUBMIT, by=filer)
    page = client.get(_officers(second)).content.decode()
    assert "服务内容" in page
    assert "<del>" in page
    review = client.get(f"/admin/filings/revision/{second.pk}/change/").content.decode()
    assert _officers(second) in review


def test_the_other_office_compares_nothing(first: Revision, second: Revision, filer: User) -> None:
    services.perform(revision_id=second.pk, action=Action.SUBMIT, by=filer)

    other = _client(people.officer("chief", "district-section"))
    assert other.get(_officers(second)).status_code == 404


def test_comparing_asks_the_database_no_more_for_a_longer_text(
    first: Revision, second: Revision, filer: User
) -> None:
    client = _client(filer)
    address = f"/filings/{second.public_id}/compare/{first.public_id}/"

    def queries_for(articles: int) -> int:
        text = "\n".join(
            f"第{number}条　会员应当诚信经营{number}。" for number in range(1, articles)
        )
        services.take_body_from_text(revision_id=second.pk, text=text, by=filer)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    assert queries_for(3) == queries_for(30)
