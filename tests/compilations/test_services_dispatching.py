"""The package sent upwards: letter, books, catalogue, digests; registered, never by mistake."""

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from compilations import services
from compilations.models import Dispatch, Edition
from huanglong_portal.common import blobs
from huanglong_portal.common.errors import Conflict, NotAllowed
from tests.factories import editions, people

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 12, 1)


def released(deliver: Callable[[], int]) -> Edition:
    """An edition of one pledge, released."""
    edition = editions.edition(1)
    chief = people.officer("chief")
    services.freeze(edition_id=edition.pk, by=chief)
    services.request_compile(edition_id=edition.pk, by=chief, is_proof=False)
    deliver()
    return services.release(edition_id=edition.pk, by=chief)


def send(edition: Edition) -> Dispatch:
    """Register a package."""
    return services.register_dispatch(
        edition_id=edition.pk,
        addressee="濮阳市民政局",
        letter_number="华民函〔2026〕5号",
        sent_on=DAY,
        by=people.officer("chief"),
    )


def test_the_package_holds_letter_books_catalogue_and_their_digests(
    deliver_outbox: Callable[[], int],
) -> None:
    dispatch = send(released(deliver_outbox))

    deliver_outbox()

    dispatch.refresh_from_db()
    with zipfile.ZipFile(io.BytesIO(blobs.read_blob(dispatch.blob))) as package:
        names = package.namelist()
        said = dict(
            reversed(line.split("  ", 1))
            for line in package.read("清单（SHA-256）.txt").decode().splitlines()
        )
        contents = {name: package.read(name) for name in said}
    assert names[0] == "报送函.pdf"
    assert sum(name.endswith(("汇编.pdf", "选.pdf")) for name in names) == 5
    for name, digest in said.items():
        assert hashlib.sha256(contents[name]).hexdigest() == digest


def test_the_catalogue_holds_text_that_never_acts(deliver_outbox: Callable[[], int]) -> None:
    edition = released(deliver_outbox)
    title = "=cmd|'/c calc'!A1"
    entry = edition.volumes.get(volume__material="pledge").entries.get()
    type(entry.association).objects.filter(pk=entry.association_id).update(name=title)

    dispatch = send(edition)
    deliver_outbox()

    dispatch.refresh_from_db()
    with zipfile.ZipFile(io.BytesIO(blobs.read_blob(dispatch.blob))) as package:
        book = openpyxl.load_workbook(io.BytesIO(package.read("收录目录.xlsx")))
    cell = book["诚信承诺书"].cell(row=2, column=2)
    assert (cell.value, cell.data_type) == (title, "s")


def test_nothing_is_sent_before_release() -> None:
    with pytest.raises(Conflict, match="定稿以后"):
        send(editions.edition(1))


def test_a_handler_does_not_write_to_superiors(deliver_outbox: Callable[[], int]) -> None:
    edition = released(deliver_outbox)

    with pytest.raises(NotAllowed):
        services.register_dispatch(
            edition_id=edition.pk,
            addressee="濮阳市民政局",
            letter_number="",
            sent_on=DAY,
            by=people.officer("handler"),
        )


def test_packing_twice_changes_nothing(deliver_outbox: Callable[[], int]) -> None:
    dispatch = send(released(deliver_outbox))
    deliver_outbox()

    assert services.pack(dispatch_id=dispatch.pk) is False
