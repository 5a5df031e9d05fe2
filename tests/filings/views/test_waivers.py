"""The pages of waivers: asking beside the finding, deciding in the officers' list."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from associations.models import User
from filings import services
from filings.models import Revision, Waiver
from huanglong_portal.common import dates
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
RULE = "body-present"
LIST = "/admin/filings/waiver/"


@pytest.fixture
def filer() -> User:
    return people.representative(organisations.association())


@pytest.fixture
def draft(filer: User) -> Revision:
    return filings.draft(filer.mandates.get().association, filer, "ethics_code")


def _signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _asked(draft: Revision, by: User) -> Waiver:
    return services.ask_waiver(revision_id=draft.pk, rule_id=RULE, reason="正在装订", by=by)


def test_one_asks_beside_the_finding_and_sees_that_it_was_asked(
    draft: Revision, filer: User
) -> None:
    client = _signed_in(filer)
    ask = f"/filings/{draft.public_id}/waiver/{RULE}/"
    check = f"/filings/{draft.public_id}/check/"
    assert ask in client.get(check).content.decode()

    response = client.post(ask, {"reason": "全文正在装订"}, follow=True)

    page = response.content.decode()
    assert Waiver.objects.get().reason == "全文正在装订"
    assert "等待决定" in page
    assert ask not in page


def test_an_empty_reason_is_asked_for_again(draft: Revision, filer: User) -> None:
    response = _signed_in(filer).post(f"/filings/{draft.public_id}/waiver/{RULE}/", {"reason": ""})

    assert "请写明为什么做不到" in response.content.decode()
    assert not Waiver.objects.exists()


def test_a_reason_typed_too_late_is_not_lost(draft: Revision, filer: User) -> None:
    _asked(draft, filer)
    response = _signed_in(filer).post(
        f"/filings/{draft.public_id}/waiver/{RULE}/", {"reason": "又想起一个理由"}
    )

    assert "又想起一个理由" in response.content.decode()
    assert Waiver.objects.count() == 1


def test_what_needs_no_waiver_leads_back(draft: Revision, filer: User) -> None:
    response = _signed_in(filer).get(f"/filings/{draft.public_id}/waiver/quorum/")

    assert response.status_code == 302


def test_the_chief_allows_on_its_page_and_the_list_counts_by_rule(
    draft: Revision, filer: User
) -> None:
    waiver = _asked(draft, filer)
    client = _signed_in(people.officer("chief"))
    until = dates.today() + dt.timedelta(days=30)
    page = client.get(f"{LIST}{waiver.pk}/change/").content.decode()
    assert "正在装订" in page
    client.post(f"{LIST}{waiver.pk}/change/", {"act": "allow", "valid_until": until.isoformat()})

    waiver.refresh_from_db()
    assert (waiver.state, waiver.valid_until) == ("allowed", until)
    listed = client.get(LIST).content.decode()
    assert f'<a href="?rule={RULE}">' in listed
    assert '<td class="number">1</td>' in listed


def test_a_refusal_without_a_word_is_asked_for_again(draft: Revision, filer: User) -> None:
    waiver = _asked(draft, filer)
    response = _signed_in(people.officer("chief")).post(
        f"{LIST}{waiver.pk}/change/", {"act": "refuse", "note": ""}
    )

    assert "请写明不准许的理由" in response.content.decode()


def test_a_handler_looks_but_has_no_buttons(draft: Revision, filer: User) -> None:
    waiver = _asked(draft, filer)
    client = _signed_in(people.officer("handler"))

    assert 'value="allow"' not in client.get(f"{LIST}{waiver.pk}/change/").content.decode()
    client.post(f"{LIST}{waiver.pk}/change/", {"act": "refuse", "note": "不"})
    waiver.refresh_from_db()
    assert waiver.state == "asked"


def test_the_other_office_does_not_see_it(draft: Revision, filer: User) -> None:
    waiver = _asked(draft, filer)
    client = _signed_in(people.officer("chief", "district-section"))

    assert client.get(f"{LIST}{waiver.pk}/change/").status_code in (302, 404)
    assert draft.filing.association.name not in client.get(LIST).content.decode()


def test_the_list_asks_the_database_no_more_for_three_than_for_one() -> None:
    client = _signed_in(people.officer("chief"))

    def queries_for(more: int) -> int:
        for _ in range(more):
            filer = people.representative(organisations.association())
            _asked(filings.draft(filer.mandates.get().association, filer, "ethics_code"), filer)
        client.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            client.get(LIST)
        return len(captured)

    assert queries_for(1) == queries_for(2)
