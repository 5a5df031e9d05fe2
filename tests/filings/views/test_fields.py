"""The structured fields of a draft. Whatever is refused, nothing typed is lost."""

import pytest
from django.test import Client

from associations.models import User
from filings import services
from filings.models import Revision
from tests.factories import people
from tests.factories.organisations import association
from tests.filings.views.pages import page_of


def typed(draft: Revision, **changes: str) -> dict[str, str]:
    """The pledge's form as a browser would send it."""
    return {
        "title": draft.title,
        "version": str(draft.version),
        "service_content": "提供培训",
        "fees-TOTAL_FORMS": "1",
        "fees-INITIAL_FORMS": "0",
        "fees-0-item": "会费",
        "fees-0-amount": "600",
        **changes,
    }


def test_fields_are_saved_and_lead_to_the_next_step(client: Client, pledge: Revision) -> None:
    answer = client.post(page_of(pledge, "fields"), typed(pledge, then="next"))

    assert answer.url == page_of(pledge, "body")
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] == "提供培训"
    assert pledge.fields["fees"] == [{"item": "会费", "amount": "600", "voluntary": False}]


def test_a_wrong_field_is_named_and_everything_else_is_saved(
    client: Client, pledge: Revision
) -> None:
    answer = client.post(
        page_of(pledge, "fields"), typed(pledge, email="不是邮箱", hotline="0393-1234567")
    )

    page = answer.content.decode()
    assert "邮箱的格式不对" in page
    assert "不是邮箱" in page
    pledge.refresh_from_db()
    assert pledge.fields["hotline"] == "0393-1234567"


def test_the_page_saves_by_itself_and_says_when(client: Client, pledge: Revision) -> None:
    told = client.post(
        page_of(pledge, "fields"), typed(pledge, email="不是邮箱"), headers={"X-Autosave": "1"}
    ).json()

    pledge.refresh_from_db()
    assert told["saved"].startswith("已保存 ")
    assert told["wrong"] == 1
    assert told["version"] == pledge.version
    assert pledge.fields["service_content"] == "提供培训"


def test_two_windows_on_one_draft_are_told_and_nothing_typed_is_lost(
    client: Client, pledge: Revision
) -> None:
    mine = typed(pledge, service_content="我写的")
    client.post(page_of(pledge, "fields"), typed(pledge, service_content="同事写的"))

    by_itself = client.post(page_of(pledge, "fields"), mine, headers={"X-Autosave": "1"})
    by_button = client.post(page_of(pledge, "fields"), mine)

    assert by_itself.status_code == by_button.status_code == 409
    assert "另一个窗口" in by_itself.json()["refusal"]
    page = by_button.content.decode()
    assert "我写的" in page
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] == "同事写的"
    assert f'name="version" value="{pledge.version}"' in page
    client.post(page_of(pledge, "fields"), {**mine, "version": str(pledge.version)})
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] == "我写的"


def test_what_is_sent_after_a_colleague_submitted_is_shown_again(
    client: Client, pledge: Revision, person: User
) -> None:
    mine = typed(pledge, service_content="来不及了")
    services.perform(revision_id=pledge.pk, action="submit", by=person)

    answer = client.post(page_of(pledge, "fields"), mine)

    assert "已经提交" in answer.content.decode()
    assert "来不及了" in answer.content.decode()
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] != "来不及了"


def test_state_and_the_like_cannot_be_typed_in(client: Client, pledge: Revision) -> None:
    before = {
        field.attname: getattr(pledge, field.attname)
        for field in Revision._meta.concrete_fields
        if field.attname not in ("title", "fields", "version", "saved_at")
    }
    forged = dict.fromkeys(before, "approved") | {"score": "100", "association": "1"}

    client.post(page_of(pledge, "fields"), typed(pledge, **forged))

    pledge.refresh_from_db()
    assert {name: getattr(pledge, name) for name in before} == before


def test_the_measures_named_in_the_text_are_offered_for_a_convention(
    client: Client, convention: Revision, person: User
) -> None:
    services.take_body_from_text(
        revision_id=convention.pk, text="第四十条　可以警告、公开谴责。\n", by=person
    )

    page = client.get(page_of(convention, "fields")).content.decode()

    assert page.count('value="第四十条"') == 2
    convention.refresh_from_db()
    assert "sanctions" not in convention.fields


@pytest.mark.parametrize(
    "step", ["revision", "fields", "body", "whole_text", "attachments", "check", "findings"]
)
def test_another_organisations_draft_is_not_found(pledge: Revision, step: str) -> None:
    stranger = Client()
    stranger.force_login(people.representative(association()))
    officer = Client()
    officer.force_login(people.officer("handler"))

    assert stranger.get(page_of(pledge, step)).status_code == 404
    assert stranger.post(page_of(pledge, step)).status_code in (404, 405)
    assert officer.get(page_of(pledge, step)).status_code == 404


def test_a_draft_is_thrown_away_after_one_question(client: Client, pledge: Revision) -> None:
    client.get(page_of(pledge, "discard"))
    assert Revision.objects.filter(pk=pledge.pk).exists()

    client.post(page_of(pledge, "discard"))

    assert not Revision.objects.filter(pk=pledge.pk).exists()
