"""Serving files: to whom, as what, and never so that a browser would run or keep it."""

import io

import pytest
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from associations.models import Association, User
from filings import services
from filings.models import Revision, Upload
from huanglong_portal.common import blobs
from tests.factories import files, filings, people
from tests.factories.organisations import association
from tests.filings.views.pages import signed_in


def upload(person: User, content: bytes, name: str) -> Upload:
    return services.upload(
        association_id=person.mandates.get().association_id,
        content=ContentFile(content, name=name),
        name=name,
        by=person,
    )


def body_of(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def is_kept_from_harm(answer: HttpResponse) -> None:
    """What every served file carries."""
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_file_is_a_download_of_the_rebuilt_copy_under_its_own_name(person: User) -> None:
    with_tail = files.photo() + b"<script>alert(1)</script>"
    kept = upload(person, with_tail, "会员大会 现场.jpg")

    answer = signed_in(person).get(reverse("filings:file", args=[kept.public_id]))

    is_kept_from_harm(answer)
    assert answer["Content-Type"] == "image/jpeg"
    disposition = answer["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''%E4%BC%9A")
    served = body_of(answer)
    assert b"<script>" not in served
    assert Image.open(io.BytesIO(served)).size == (600, 800)


def test_a_name_cannot_break_the_header(person: User) -> None:
    kept = upload(person, files.pdf(), 'a"\r\nX-Evil: 1\u202efdp.exe')

    answer = signed_in(person).get(reverse("filings:file", args=[kept.public_id]))

    assert "X-Evil" not in answer.headers
    assert "\u202e" not in kept.name
    assert answer["Content-Disposition"].startswith("attachment;")
    assert ".pdf" in answer["Content-Disposition"]
    assert body_of(answer).startswith(b"%PDF-")


def test_only_the_organisation_sees_a_file_before_it_is_submitted(
    organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person)
    kept = upload(person, files.pdf(), "决议.pdf")
    services.attach(revision_id=draft.pk, upload_id=kept.pk, by=person)
    addresses = [
        reverse("filings:file", args=[kept.public_id]),
        reverse("filings:file_page", args=[kept.public_id, 1]),
    ]
    handler = people.officer("handler")
    other_office = people.officer("handler", "district-section")
    stranger = people.representative(association())

    def seen_by(someone: User) -> set[int]:
        answers = [signed_in(someone).get(address) for address in addresses]
        for answer in answers:
            body_of(answer)
        return {answer.status_code for answer in answers}

    assert seen_by(person) == {200}
    assert seen_by(handler) == seen_by(stranger) == {404}
    services.perform(revision_id=draft.pk, action="submit", by=person)
    assert seen_by(handler) == {200}
    assert seen_by(other_office) == seen_by(stranger) == {404}
    assert {Client().get(address).status_code for address in addresses} == {302}


def test_pages_are_pictures_and_only_those_there_are(person: User) -> None:
    kept = upload(person, files.pdf(2), "两页.pdf")
    client = signed_in(person)

    answer = client.get(reverse("filings:file_page", args=[kept.public_id, 2]))

    is_kept_from_harm(answer)
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).width == 1000
    for missing in (0, 3, 999):
        address = reverse("filings:file_page", args=[kept.public_id, missing])
        assert client.get(address).status_code == 404


def test_a_photograph_is_its_own_page(person: User) -> None:
    kept = upload(person, files.photo(), "照片.jpg")

    answer = signed_in(person).get(reverse("filings:file_page", args=[kept.public_id, 1]))

    assert answer["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("state", ["unchecked", "refused"])
def test_a_file_that_did_not_pass_is_served_to_nobody(person: User, state: str) -> None:
    kept = upload(person, files.pdf(), "决议.pdf")
    Upload.objects.filter(pk=kept.pk).update(state=state)

    answer = signed_in(person).get(reverse("filings:file", args=[kept.public_id]))

    assert answer.status_code == 404


def test_a_picture_of_the_text_is_served_only_with_that_text(
    organisation: Association, person: User
) -> None:
    draft = filings.draft(organisation, person)
    picture = files.photo()
    in_text, elsewhere = blobs.store(picture, "image/png"), blobs.store(b"secret", "text/plain")
    Revision.objects.filter(pk=draft.pk).update(
        blocks=[{"type": "image", "image": in_text.digest, "text": "流程图"}]
    )
    client = signed_in(person)

    def address(digest: str) -> str:
        return reverse("filings:body_image", args=[draft.public_id, digest])

    served = client.get(address(in_text.digest))
    is_kept_from_harm(served)
    assert served.content == picture
    assert client.get(address(elsewhere.digest)).status_code == 404
    stranger = signed_in(people.representative(association()))
    assert stranger.get(address(in_text.digest)).status_code == 404
