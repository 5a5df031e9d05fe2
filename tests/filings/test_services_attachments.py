"""What becomes of the pages of a file behind the scenes."""

import io
import subprocess
from collections.abc import Callable

import pikepdf
import pytest
from django.core.files.base import ContentFile

from filings import services
from filings.inspection import ocr
from filings.models import Upload
from filings.services import attachments
from huanglong_portal.common import blobs, outbox
from tests.factories import people
from tests.factories.organisations import association
from tests.filings.inspection.scans import WORDS, photo, scan

READ_SCAN = {"filings.read_scan"}


@pytest.fixture
def sent(db: None) -> Callable[[bytes, str], Upload]:
    organisation = association("濮阳市华龙区烘焙行业协会")
    person = people.representative(organisation)

    def upload(content: bytes, name: str) -> Upload:
        return services.upload(
            association_id=organisation.pk,
            content=ContentFile(content, name=name),
            name=name,
            by=person,
        )

    return upload


def words_of(upload: Upload) -> str:
    done = subprocess.run(
        ["pdftotext", "-", "-"],
        input=blobs.read_blob(upload.pages_blob_id),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


@pytest.mark.parametrize(("name", "content"), [("盖章件.pdf", scan()), ("盖章件.jpg", photo())])
def test_a_scan_and_a_photo_become_searchable_after_they_were_taken_in(sent, name, content):
    taken = sent(content, name)
    before = (taken.original_id, taken.rebuilt_id, taken.pages, taken.notes)

    assert outbox.drain(topics=READ_SCAN) == 1

    taken.refresh_from_db()
    assert WORDS in words_of(taken)
    assert (taken.original_id, taken.rebuilt_id, taken.pages, taken.notes) == before
    assert taken.pages_are_pdf
    with pikepdf.open(io.BytesIO(blobs.read_blob(taken.pages_blob_id))) as pages:
        assert len(pages.pages) == 1


def test_reading_a_scan_twice_changes_nothing_more(sent, monkeypatch):
    taken = sent(scan(), "盖章件.pdf")
    attachments.read_scan(upload_id=taken.pk)
    once = Upload.objects.values().get(pk=taken.pk)
    monkeypatch.setattr(ocr, "add_text_layer", lambda *_, **__: pytest.fail("read again"))

    attachments.read_scan(upload_id=taken.pk)

    assert Upload.objects.values().get(pk=taken.pk) == once


def test_a_layer_that_comes_too_late_is_not_used(sent, monkeypatch):
    taken = sent(scan(), "盖章件.pdf")
    other = blobs.store(b"%PDF-1.7 made by somebody else", "application/pdf")

    def overtaken(path, into, *, kind):
        Upload.objects.filter(pk=taken.pk).update(pages_blob=other)
        return path

    monkeypatch.setattr(ocr, "add_text_layer", overtaken)

    attachments.read_scan(upload_id=taken.pk)

    taken.refresh_from_db()
    assert taken.pages_blob_id == other.digest


def test_without_tesseract_an_upload_stays_as_it_is(sent, monkeypatch):
    taken = sent(photo(), "盖章件.jpg")
    before = Upload.objects.values().get(pk=taken.pk)
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)

    assert outbox.drain(topics=READ_SCAN) == 1

    assert Upload.objects.values().get(pk=taken.pk) == before
    taken.refresh_from_db()
    assert not taken.pages_are_pdf


def test_a_file_inspected_later_is_read_later(sent, monkeypatch):
    def away(*_, **__):
        raise attachments.CannotInspect("time")

    with monkeypatch.context() as now:
        now.setattr(attachments, "inspect", away)
        taken = sent(scan(), "盖章件.pdf")
    assert outbox.drain(topics=READ_SCAN) == 0

    attachments.inspect_again(upload_id=taken.pk)

    assert outbox.drain(topics=READ_SCAN) == 1
    taken.refresh_from_db()
    assert WORDS in words_of(taken)
