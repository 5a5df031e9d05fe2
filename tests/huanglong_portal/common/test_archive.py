"""The restore drill: back up, lose everything, restore to an empty portal, compare."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from associations.models import User
from filings.models import Filing, Revision
from huanglong_portal.common import archive, audit, blobs
from huanglong_portal.common.errors import Refused
from huanglong_portal.common.models import Blob
from tests.factories import filings, organisations, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def _fill() -> Revision:
    association = organisations.association(
        certificate=blobs.store(b"certificate", "application/pdf")
    )
    return filings.approved(
        association,
        people.representative(association),
        people.officer("handler"),
        people.officer("chief"),
    )


def _lose_everything() -> None:
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)


def test_what_was_backed_up_is_there_again(tmp_path: Path) -> None:
    approved = _fill()
    made = archive.backup(tmp_path / "b", say=lambda words: None)
    _lose_everything()
    assert not User.objects.exists()

    archive.restore(tmp_path / "b", say=lambda words: None)

    again = Revision.objects.get(pk=approved.pk)
    assert again.digest == approved.digest
    assert Filing.objects.published().get().published_revision_id == approved.pk
    assert list(audit.broken_links()) == []
    for blob in Blob.objects.all():
        assert blobs.digest_of_stored(blob) == blob.digest
    assert made["counts"]["filings.revision"] == 1


def test_work_goes_on_after_a_restore(tmp_path: Path) -> None:
    _fill()
    archive.backup(tmp_path / "b", say=lambda words: None)
    _lose_everything()
    archive.restore(tmp_path / "b", say=lambda words: None)

    association = organisations.association()
    assert filings.submitted(association, people.representative(association)).digest


def test_a_portal_in_use_is_not_written_over(tmp_path: Path) -> None:
    _fill()
    archive.backup(tmp_path / "b", say=lambda words: None)

    with pytest.raises(Refused, match="已经有数据"):
        archive.restore(tmp_path / "b", say=lambda words: None)


def test_an_old_backup_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "something").write_text("")

    with pytest.raises(Refused, match="不是空的"):
        archive.backup(tmp_path, say=lambda words: None)


@pytest.mark.parametrize("damage", ["blob", "records", "manifest"])
def test_a_damaged_archive_is_refused_and_nothing_is_written(tmp_path: Path, damage: str) -> None:
    _fill()
    archive.backup(tmp_path / "b", say=lambda words: None)
    victim = {
        "blob": next((tmp_path / "b" / "blobs").glob("*/*")),
        "records": tmp_path / "b" / archive.RECORDS,
        "manifest": tmp_path / "b" / archive.MANIFEST,
    }[damage]
    if damage == "manifest":
        manifest = json.loads(victim.read_text())
        victim.write_text(json.dumps(manifest | {"audit_head": "f" * 64}))
    else:
        victim.write_bytes(victim.read_bytes()[:-1] + b"?")
    _lose_everything()

    with pytest.raises(Refused):
        archive.restore(tmp_path / "b", say=lambda words: None)
    assert not User.objects.exists()
    assert connection.in_atomic_block is False
