"""`manage.py compile`: the button without a page."""

import io
import json
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from tests.factories import editions

pytestmark = pytest.mark.django_db


def run(folder: Path, **options: object) -> list[dict[str, object]]:
    """The command's JSON."""
    written = io.StringIO()
    call_command("compile", round="2026", output=str(folder), json=True, stdout=written, **options)
    return json.loads(written.getvalue())["volumes"]


def test_the_command_writes_the_volumes_and_says_what_it_did(tmp_path: Path) -> None:
    editions.approved_pledges(2)

    (made,) = run(tmp_path, volume=["pledge"])

    assert made["title"] == "濮阳市华龙区行业协会商会诚信承诺书汇编"
    assert (made["rendered"], made["reused"]) == (2, 0)
    with pikepdf.open(str(made["path"])) as book:
        assert len(book.pages) == made["pages"]


def test_a_second_time_nothing_is_set_anew(tmp_path: Path) -> None:
    editions.approved_pledges(1)
    run(tmp_path, volume=["pledge"])

    (again,) = run(tmp_path, volume=["pledge"])

    assert (again["rendered"], again["reused"]) == (0, 1)


def test_one_changed_document_is_all_that_is_set(tmp_path: Path) -> None:
    revision = editions.approved_pledges(3)[0]
    run(tmp_path, volume=["pledge"])
    association = revision.filing.association
    association.name = f"{association.name}（更名）"
    association.save()

    (again,) = run(tmp_path, volume=["pledge"])

    assert (again["rendered"], again["reused"]) == (1, 2)


def test_an_unknown_round_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="没有代号为“1999”的报送通知"):
        call_command("compile", round="1999", output=str(tmp_path))


def test_a_document_that_cannot_be_printed_stops_the_clean_copy_with_its_name(
    tmp_path: Path,
) -> None:
    editions.edition(1, damaged=1)

    with pytest.raises(CommandError, match="签字盖章页"):
        run(tmp_path, volume=["pledge"])

    (proof,) = run(tmp_path, volume=["pledge"], proof=True)
    assert proof["pages"]
