"""The pages of the source beside the articles that were read from it."""

import pytest
from django.test import Client
from django.urls import reverse

from associations.models import Association, User
from filings import services
from filings.materials import Material
from filings.models import Attachment, Revision
from tests.factories import filings
from tests.filings.views.pages import page_of

RULES = ("第一章　总则", "第一条　为规范经营行为，制定本规约。", "第二条　会员应当诚实信用。")


@pytest.fixture
def convention(organisation: Association, person: User) -> Revision:
    draft = filings.draft(organisation, person, Material.CONVENTION)
    services.take_body_from_text(revision_id=draft.pk, text="\n".join(RULES), by=person)
    return draft


def test_the_pages_a_text_was_read_from_stand_beside_it(
    client: Client, convention: Revision, person: User, organisation: Association
) -> None:
    source = filings.upload(organisation, person, "规约.pdf")
    source.pages = 3
    source.save()
    Attachment.objects.create(revision=convention, upload=source, role=Attachment.Role.BODY)

    page = client.get(page_of(convention, "body")).content.decode()

    for number in (1, 2, 3):
        assert reverse("filings:file_page", args=[source.public_id, number]) in page
    assert "原件 3 页" in page


def test_a_source_without_pages_leaves_the_text_its_room(
    client: Client, convention: Revision, person: User, organisation: Association
) -> None:
    source = filings.upload(organisation, person, "规约.docx")
    source.pages_blob = None
    source.save()
    Attachment.objects.create(revision=convention, upload=source, role=Attachment.Role.BODY)

    assert "beside__pages" not in client.get(page_of(convention, "body")).content.decode()
