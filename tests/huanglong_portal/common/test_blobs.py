import hashlib
import io
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from huanglong_portal.common import blobs
from huanglong_portal.common.models import Blob

pytestmark = pytest.mark.django_db


def test_bytes_are_kept_under_their_digest() -> None:
    blob = blobs.store(b"pledge", "text/plain")

    assert blob.digest == hashlib.sha256(b"pledge").hexdigest()
    assert blobs.read_blob(blob) == b"pledge"
    assert blobs.digest_of_stored(blob) == blob.digest


def test_the_same_bytes_are_kept_once(stored_files: Callable[[], set[str]]) -> None:
    blobs.store(b"same", "text/plain")
    before = stored_files()
    blobs.store(io.BytesIO(b"same"), "application/pdf")

    assert stored_files() == before
    assert Blob.objects.filter(digest=hashlib.sha256(b"same").hexdigest()).count() == 1


def test_a_stored_object_has_no_address_of_its_own(client: Client) -> None:
    blob = blobs.store(b"private", "text/plain")

    for address in (f"/{blob.key}", f"/media/{blob.key}", f"/files/{blob.key}"):
        assert client.get(address).status_code == 404


def test_storage_that_fails_leaves_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(digest: str, path: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(blobs, "put", fail)

    with pytest.raises(OSError, match="disk full"):
        blobs.store(b"lost", "text/plain")
    assert not Blob.objects.filter(digest=hashlib.sha256(b"lost").hexdigest()).exists()


@pytest.mark.both_databases
def test_what_a_digest_stands_for_never_changes() -> None:
    blobs.store(b"fixed", "text/plain")

    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("UPDATE common_blob SET size = 1")
