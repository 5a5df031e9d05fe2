"""An organisation's own page: its score and why, its entries, and being heard."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from associations import services as register
from credit import services
from credit.models import Listing, ListingStep, Paper
from tests.credit.builders import Bureau, at, paper
from tests.factories import files, organisations, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return Bureau(organisations.association("濮阳市华龙区餐饮行业协会"))


@pytest.fixture
def own(client: Client, bureau: Bureau) -> Client:
    client.force_login(bureau.representative)
    return client


@pytest.fixture
def told(bureau: Bureau) -> Listing:
    """A listing of which the organisation was told on 2 Nov. 2026."""
    with at("2026-11-02"):
        return bureau.serve(bureau.propose())


def body(response) -> str:
    return response.content.decode()


def file_of(bureau: Bureau) -> str:
    return f"/credit/{bureau.association.public_id}/"


def page_of(listing: Listing) -> str:
    return f"/credit/listings/{listing.public_id}/"


def test_the_way_in_leads_to_the_only_organisation(own: Client, bureau: Bureau) -> None:
    assert own.get("/credit/").url == file_of(bureau)


def test_who_acts_for_several_chooses(own: Client, bureau: Bureau) -> None:
    second = organisations.association("濮阳市华龙区家政服务协会")
    register.grant_mandate(
        association_id=second.pk,
        user_id=bureau.representative.pk,
        role="handler",
        by=bureau.handler,
    )

    page = body(own.get("/credit/"))

    assert "餐饮" in page
    assert "家政" in page


def test_the_score_is_explained_and_what_would_raise_it_is_said(
    own: Client, bureau: Bureau
) -> None:
    services.rescore()

    page = body(own.get(file_of(bureau)))

    assert "16.67" in page
    assert "适用项目满分 72 分，按百分制折算" in page
    assert "制定自律规约并报送，经审定后计分。" in page


def test_entries_are_shown_with_source_and_what_became_of_them(own: Client, bureau: Bureau) -> None:
    entry = services.record_entry(
        association_id=bureau.association.pk,
        code="pledge.broken",
        occurred_on=dt.date(2026, 10, 9),
        source="群众来电",
        paper_id=paper(bureau.association, bureau.handler).pk,
        by=bureau.handler,
    )
    services.retract_entry(entry_id=entry.pk, reason="查证不实", by=bureau.handler)
    services.record_entry(
        association_id=bureau.association.pk,
        code="inspection.clean",
        occurred_on=dt.date(2026, 10, 9),
        source="内部检查",
        publicity="bureau",
        by=bureau.handler,
    )

    page = body(own.get(file_of(bureau)))

    assert "群众来电" in page
    assert "查证不实" in page
    assert "内部检查" not in page


def test_strangers_and_the_public_find_nothing(
    client: Client, bureau: Bureau, told: Listing
) -> None:
    proof = paper(bureau.association, bureau.handler)
    services.add_evidence(listing_id=told.pk, evidence="通报", paper_id=proof.pk, by=bureau.handler)
    addresses = [file_of(bureau), page_of(told), f"/credit/papers/{proof.public_id}/"]
    for address in addresses:
        assert client.get(address).status_code == 302
    client.force_login(people.representative(organisations.association()))
    for address in addresses:
        assert client.get(address).status_code == 404


def test_a_proposal_is_not_shown_before_the_notice(own: Client, bureau: Bureau) -> None:
    listing = bureau.propose()

    assert own.get(page_of(listing)).status_code == 404
    assert "告知书" not in body(own.get(file_of(bureau)))


def test_the_notice_is_read_and_answered_on_one_page(own: Client, told: Listing) -> None:
    page = body(own.get(page_of(told)))
    assert "拟列入活动异常名录告知书" in page
    assert "到2026年11月16日 24:00 为止" in page

    with at("2026-11-10"):
        response = own.post(page_of(told), {"act": "state", "text": "报告已补报。"})

    told.refresh_from_db()
    assert response.status_code == 302
    assert told.state == "heard"
    assert told.steps.get(action="state").note == "报告已补报。"


def test_a_suspended_organisation_answers_too(own: Client, bureau: Bureau, told: Listing) -> None:
    register.suspend(association_id=bureau.association.pk, by=bureau.chief, note="整改")

    with at("2026-11-10"):
        own.post(page_of(told), {"act": "state", "text": "报告已补报。"})

    told.refresh_from_db()
    assert told.state == "heard"


def test_an_empty_statement_is_asked_for_and_the_file_is_not_lost(
    own: Client, told: Listing
) -> None:
    sent = SimpleUploadedFile("凭证.pdf", files.pdf(), content_type="application/pdf")

    response = own.post(page_of(told), {"act": "state", "text": "", "document": sent})

    page = body(response)
    kept = Paper.objects.get()
    assert response.status_code == 200
    assert "已收到“凭证.pdf”" in page
    assert f'value="{kept.public_id}"' in page
    assert not ListingStep.objects.filter(action="state").exists()

    own.post(page_of(told), {"act": "state", "text": "见附件。", "kept": str(kept.public_id)})
    assert told.steps.get(action="state").paper == kept


def test_somebody_elses_paper_cannot_be_named(own: Client, bureau: Bureau, told: Listing) -> None:
    foreign = paper(bureau.association, bureau.handler)

    own.post(page_of(told), {"act": "state", "text": "……", "kept": str(foreign.public_id)})

    assert told.steps.get(action="state").paper is None


def test_a_file_that_is_not_what_it_says_is_refused_in_words(own: Client, told: Listing) -> None:
    sent = SimpleUploadedFile("凭证.pdf", b"MZ\x90\x00 a program", content_type="application/pdf")

    response = own.post(page_of(told), {"act": "state", "text": "请看附件。", "document": sent})

    assert response.status_code == 200
    assert "请看附件。" in body(response)
    assert "凭证.pdf" in body(response)
    assert not Paper.objects.exists()
    assert not ListingStep.objects.filter(action="state").exists()


def test_removal_is_asked_for_on_the_same_page(own: Client, bureau: Bureau) -> None:
    listing = bureau.listed()

    own.post(page_of(listing), {"act": "ask_removal", "text": "已补报。", "commitment": "on"})

    asked = listing.steps.get(action="ask_removal")
    assert asked.data == {"commitment": True}


@pytest.mark.parametrize("act", ["list", "remove", "overturn", "serve", "propose", ""])
def test_no_other_act_can_be_sent(own: Client, bureau: Bureau, act: str) -> None:
    listing = bureau.listed()
    steps = listing.steps.count()

    own.post(page_of(listing), {"act": act, "text": "……", "note": "……"})

    listing.refresh_from_db()
    assert (listing.state, listing.steps.count()) == ("published", steps)


def test_a_paper_is_a_download_and_never_shown_in_the_page(own: Client, bureau: Bureau) -> None:
    proof = paper(bureau.association, bureau.handler)
    services.record_entry(
        association_id=bureau.association.pk,
        code="penalty.warning",
        occurred_on=dt.date(2026, 10, 9),
        source="区民政局",
        paper_id=proof.pk,
        by=bureau.handler,
    )

    response = own.get(f"/credit/papers/{proof.public_id}/")

    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert b"".join(response.streaming_content) == b"%PDF-1.7 a decision"


def test_the_file_costs_the_same_for_one_entry_and_for_three(own: Client, bureau: Bureau) -> None:
    def record(*codes: str) -> int:
        for code in codes:
            services.record_entry(
                association_id=bureau.association.pk,
                code=code,
                occurred_on=dt.date(2026, 10, 9),
                source="区民政局",
                paper_id=paper(bureau.association, bureau.handler).pk,
                by=bureau.handler,
            )
        with CaptureQueriesContext(connection) as captured:
            assert own.get(file_of(bureau)).status_code == 200
        return len(captured)

    assert record("penalty.warning") == record("complaint.sustained", "response.late")


def test_officers_are_sent_to_their_pages_and_others_are_not(
    client: Client, bureau: Bureau
) -> None:
    client.force_login(bureau.handler)
    assert client.get("/credit/desk/").url == "/admin/credit/score/"
    client.force_login(bureau.representative)
    assert client.get("/credit/desk/").status_code == 404
