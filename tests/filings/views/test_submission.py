"""Checking, explaining, submitting; the receipt; withdrawing, answering remarks, revising."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from associations.models import Association, User
from filings import services
from filings.checks import Severity
from filings.materials import Material
from filings.models import FindingAnswer, Receipt, Revision
from filings.services.checking import findings_of
from filings.workflow import State
from tests.factories import filings, people
from tests.factories.organisations import association
from tests.filings.views.pages import page_of

CONFIRMED = {"then": "submit", "confirm": "on"}


def explained(draft: Revision) -> dict[str, str]:
    """An answer to everything that has to be explained."""
    draft.refresh_from_db()
    return {
        f"explain-{one.finding.fingerprint}": "已核对，情况属实。"
        for one in findings_of(draft)
        if one.finding.severity == Severity.PLEASE_EXPLAIN
    }


def submit(client: Client, draft: Revision) -> Revision:
    client.post(page_of(draft, "check"), {**explained(draft), **CONFIRMED})
    draft.refresh_from_db()
    return draft


def test_checked_explained_confirmed_and_sent(
    client: Client, organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person)
    shown = client.get(page_of(draft, "check")).content.decode()

    answer = client.post(page_of(draft, "check"), {**explained(draft), **CONFIRMED}, follow=True)

    assert "会员单位会费" in shown
    assert answer.redirect_chain[-1][0] == page_of(draft, "receipt")
    draft.refresh_from_db()
    receipt = draft.receipt
    page = answer.content.decode()
    for fact in (receipt.number, person.name, receipt.digest, organisation.name):
        assert fact in page
    assert draft.state == State.SUBMITTED


def test_without_the_tick_nothing_is_sent_but_explanations_are_kept(
    client: Client, organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person)
    texts = explained(draft)

    answer = client.post(page_of(draft, "check"), {**texts, "then": "submit"})

    assert "请先确认内容真实、完整" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert FindingAnswer.objects.count() == len(texts)


def test_what_must_be_mended_stands_in_the_way_with_its_place_and_source(
    client: Client, organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person, Material.CONVENTION)

    page = client.get(page_of(draft, "check")).content.decode()
    client.post(page_of(draft, "check"), CONFIRMED)

    assert "必须改正" in page
    assert page_of(draft, "body") in page
    assert f"{reverse('public:notice')}#一-1-" in page
    assert 'value="submit"' not in page
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_an_explanation_is_kept_once_and_shown_again(
    client: Client, organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person, Material.CONVENTION)
    services.take_body_from_text(
        revision_id=draft.pk, text="第一条　会员不得低于协会公布的最低价销售。\n", by=person
    )
    texts = explained(draft)
    assert texts

    client.post(page_of(draft, "check"), texts)
    client.post(page_of(draft, "check"), texts)

    assert FindingAnswer.objects.count() == len(texts)
    assert "已核对，情况属实。" in client.get(page_of(draft, "check")).content.decode()


def test_an_explanation_of_what_is_no_longer_there_stays_typed(
    client: Client, organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person, Material.CONVENTION)
    services.take_body_from_text(
        revision_id=draft.pk, text="第一条　会员不得低于协会公布的最低价销售。\n", by=person
    )
    texts = explained(draft)

    answer = client.post(page_of(draft, "check"), {"explain-0000": "我的说明", **texts})

    assert "刚才已经变动" in answer.content.decode()
    assert "已核对，情况属实。" in answer.content.decode()


def test_a_receipt_is_checked_by_whoever_holds_it(
    client: Client, organisation: Association, person: User
) -> None:
    sent = submit(client, filings.draft(organisation, person))
    page = client.get(page_of(sent, "receipt")).content.decode()
    address = re.search(rf"{settings.PUBLIC_URL}(/receipts/[^<\s]+)", page)[1]
    anyone = Client()

    shown = anyone.get(address)
    code = anyone.get(f"{address}qr.svg")

    text = shown.content.decode()
    for fact in (sent.receipt.number, sent.receipt.digest, organisation.name, "诚信承诺书"):
        assert fact in text
    assert person.name not in text
    assert "会费" not in text
    assert shown["X-Robots-Tag"] == "noindex"
    assert code["Content-Type"] == "image/svg+xml"
    for wrong in ("0" * 12, sent.receipt.digest[:6], sent.receipt.digest):
        guessed = reverse("filings:receipt_check", args=[sent.receipt.number, wrong])
        assert anyone.get(guessed).status_code == 404


def test_withdrawing_asks_once_and_the_next_version_begins_with_the_same_content(
    client: Client, organisation: Association, person: User
) -> None:
    sent = submit(client, filings.draft(organisation, person))

    client.get(page_of(sent, "withdraw"))
    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED
    client.post(page_of(sent, "withdraw"), {"note": "数字填错"})
    sent.refresh_from_db()
    assert sent.state == State.WITHDRAWN

    client.get(page_of(sent, "revise"))
    assert sent.filing.revisions.count() == 1
    client.post(page_of(sent, "revise"))
    again = sent.filing.revisions.get(number=2)
    assert again.fields == sent.fields


def returned(organisation: Association, person: User) -> Revision:
    """A convention sent back with three remarks, one of them for the office only."""
    handler = people.officer("handler")
    draft = filings.in_review(organisation, person, handler)
    for anchor, place, text, internal in (
        ("", "收费标准", "请写明会费由哪次大会决定。", False),
        ("fees", "收费标准", "请附大会决议。", False),
        ("", "", "此单位去年有投诉，留意。", True),
    ):
        services.add_remark(
            revision_id=draft.pk,
            by=handler,
            text=text,
            anchor=anchor,
            place=place,
            internal=internal,
        )
    return services.perform(
        revision_id=draft.pk, action="return", by=handler, note="请按意见补正。"
    )


def test_remarks_are_read_answered_and_the_document_sent_again(
    client: Client, organisation: Association, person: User
) -> None:
    back = returned(organisation, person)
    page = client.get(page_of(back, "revision")).content.decode()
    assert "请写明会费由哪次大会决定。" in page
    assert "请按意见补正。" in page
    assert "留意" not in page
    assert "李某" not in page

    client.post(page_of(back, "revise"))
    draft = back.filing.revisions.get(number=2)
    assert client.get(page_of(draft, "revision")).url == page_of(draft, "remarks")
    partly = client.post(
        page_of(draft, "remarks"),
        {"answer_1": "changed", "text_1": "", "answer_2": "explained", "text_2": ""},
    )
    assert "请写明不改的原因" in partly.content.decode()
    first, second = back.remarks.filter(internal=False)
    assert (first.answer, second.answer) == ("changed", "")
    assert "还有 1 条审核意见没有答复" in client.get(page_of(draft, "check")).content.decode()

    client.post(
        page_of(draft, "remarks"),
        {"answer_1": "changed", "answer_2": "explained", "text_2": "决议已在附件里。"},
    )
    second.refresh_from_db()
    assert (second.answer, second.answer_text) == ("explained", "决议已在附件里。")
    assert submit(client, draft).state == State.SUBMITTED


def test_nobody_answers_remarks_of_another_organisation(
    organisation: Association, person: User
) -> None:
    back = returned(organisation, person)
    draft = services.revise(filing_id=back.filing_id, slot_id=back.slot_id, by=person)
    stranger = Client()
    stranger.force_login(people.representative(association()))

    answer = stranger.post(page_of(draft, "remarks"), {"answer_1": "changed"})

    assert answer.status_code == 404
    assert not back.remarks.exclude(answer="").exists()


def test_an_approved_document_is_revised_after_saying_how(
    client: Client, organisation: Association, person: User
) -> None:
    approved = filings.approved(
        organisation, person, people.officer("handler"), people.officer("chief")
    )

    silent = client.post(page_of(approved, "revise"))
    client.post(page_of(approved, "revise"), {"change_kind": "editorial"})

    assert "请选择这次改动属于哪一种" in silent.content.decode()
    draft = approved.filing.revisions.get(number=2)
    assert draft.change_kind == "editorial"
    approved.refresh_from_db()
    assert approved.state == State.APPROVED


def test_a_submitted_version_shows_its_way_without_officers_names(
    client: Client, organisation: Association, person: User
) -> None:
    approved = filings.approved(
        organisation, person, people.officer("handler"), people.officer("chief")
    )

    page = client.get(page_of(approved, "revision")).content.decode()

    for step in ("提交审核", "受理", "经办同意，送复核", "审定通过"):
        assert step in page
    assert "李某" not in page
    assert approved.digest[:4] in page


@pytest.mark.parametrize("name", ["revision", "receipt", "withdraw", "revise"])
def test_another_organisations_submission_is_not_found(
    organisation: Association, person: User, name: str
) -> None:
    sent = filings.submitted(organisation, person)
    stranger = Client()
    stranger.force_login(people.representative(association()))

    assert stranger.get(page_of(sent, name)).status_code == 404
    assert stranger.post(page_of(sent, name)).status_code in (404, 405)
    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED


def test_opening_pages_changes_nothing(
    client: Client, organisation: Association, person: User
) -> None:
    back = returned(organisation, person)
    draft = services.revise(filing_id=back.filing_id, slot_id=back.slot_id, by=person)

    def everything() -> list[Any]:
        return [
            list(model.objects.order_by("pk").values())
            for model in (Revision, Receipt, FindingAnswer)
        ]

    before = everything()
    for name in (
        "revision", "remarks", "fields", "body", "whole_text", "attachments", "findings", "check",
        "withdraw", "revise", "discard", "receipt",
    ):  # fmt: skip
        for revision in (draft, back):
            assert client.get(page_of(revision, name)).status_code in (200, 302)

    assert everything() == before
