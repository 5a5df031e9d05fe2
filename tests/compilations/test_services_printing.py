"""Print runs: pieces set once, books bound, one bad document never sinking the rest."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from compilations import services
from compilations.models import Build, Edition, Fragment
from compilations.services import binding
from compilations.typesetting import sheets
from huanglong_portal.common import blobs
from huanglong_portal.common.errors import Conflict, NotAllowed
from tests.factories import editions, organisations, people

pytestmark = pytest.mark.django_db


def pledges(builds: list[Build]) -> Build:
    """The run of the pledge volume, fresh from the database."""
    return next(
        Build.objects.get(pk=build.pk)
        for build in builds
        if build.edition_volume.volume.material == "pledge"
    )


def print_volumes(edition: Edition, deliver: Callable[[], int], **options: object) -> list[Build]:
    """Press the button and let everything that waits be done."""
    builds = services.request_compile(
        edition_id=edition.pk,
        by=None,
        **{"is_proof": True, "materials": ["pledge"], **options},
    )
    deliver()
    return builds


def open_book(build: Build) -> pikepdf.Pdf:
    """The first finished book of a run."""
    return pikepdf.open(io.BytesIO(blobs.read_blob(build.parts.first().blob)))


def test_a_document_is_set_when_it_is_approved(deliver_outbox: Callable[[], int]) -> None:
    revision = editions.approved_pledges(1)[0]

    deliver_outbox()

    piece = Fragment.objects.get(revision=revision)
    assert (piece.state, piece.error) == (Fragment.State.READY, "")
    assert piece.pages >= 1


def test_one_press_prints_every_volume(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(2)

    builds = print_volumes(edition, deliver_outbox, materials=[])

    assert len(builds) == 5
    assert {Build.objects.get(pk=build.pk).state for build in builds} == {Build.State.DONE}
    with open_book(pledges(builds)) as book:
        assert str(book.docinfo.Title).startswith("濮阳市华龙区行业协会商会诚信承诺书汇编")
        assert len(book.pages) == pledges(builds).pages


def test_pressing_again_with_nothing_changed_finds_the_same_run(
    deliver_outbox: Callable[[], int],
) -> None:
    edition = editions.edition(1)
    first = print_volumes(edition, deliver_outbox)

    second = print_volumes(edition, deliver_outbox)

    assert [build.pk for build in first] == [build.pk for build in second]


def test_one_changed_document_is_set_alone(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(3)
    print_volumes(edition, deliver_outbox)
    before = Fragment.objects.count()
    association = editions.association_of(edition)
    association.name = f"{association.name}（更名）"
    association.save()

    again = pledges(print_volumes(edition, deliver_outbox))

    assert Fragment.objects.count() == before + 1
    assert again.reused == 2
    assert again.total == 3


def test_a_message_delivered_many_times_sets_the_piece_once(
    deliver_outbox: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = editions.approved_pledges(1)[0]
    piece = services.prepare_piece(revision_id=revision.pk)
    counted = []
    real = sheets.set_document
    monkeypatch.setattr(sheets, "set_document", lambda one: counted.append(1) or real(one))

    results = [services.set_piece(fragment_id=piece.pk) for _ in range(5)]

    assert results == [True, False, False, False, False]
    assert len(counted) == 1


def test_a_worker_that_lost_its_lease_may_not_write_its_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    revision = editions.approved_pledges(1)[0]
    piece = services.prepare_piece(revision_id=revision.pk)
    real = sheets.set_document

    def slow(document: object) -> object:
        # Meanwhile the lease ran out and another worker took the piece over.
        Fragment.objects.filter(pk=piece.pk).update(token=99)
        return real(document)

    monkeypatch.setattr(sheets, "set_document", slow)

    assert services.set_piece(fragment_id=piece.pk) is False

    piece.refresh_from_db()
    assert piece.blob is None


def test_a_piece_that_killed_its_workers_is_given_up_after_three_attempts() -> None:
    revision = editions.approved_pledges(1)[0]
    piece = services.prepare_piece(revision_id=revision.pk)
    Fragment.objects.filter(pk=piece.pk).update(attempts=3)

    assert services.set_piece(fragment_id=piece.pk) is False

    piece.refresh_from_db()
    assert piece.state == Fragment.State.FAILED
    assert "三次" in piece.error


def test_a_bad_document_gets_a_marked_page_in_the_proof_and_the_rest_is_printed(
    deliver_outbox: Callable[[], int],
) -> None:
    edition = editions.edition(1, damaged=1)

    build = pledges(print_volumes(edition, deliver_outbox))

    assert build.state == Build.State.DONE
    assert [one["file_name"] for one in build.amiss] == ["签字盖章页.pdf"]
    assert "打不开" in build.amiss[0]["cause"]
    with open_book(build) as book:
        assert len(book.pages) == build.pages


def test_a_final_run_stops_and_names_the_bad_document(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(1, damaged=1)

    build = pledges(print_volumes(edition, deliver_outbox, is_proof=False))

    assert build.state == Build.State.FAILED
    assert "签字盖章页.pdf" in build.error
    assert not build.parts.exists()


def test_a_failed_document_can_be_tried_again_alone(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(1)
    print_volumes(edition, deliver_outbox)
    piece = Fragment.objects.get()
    Fragment.objects.update(state=Fragment.State.FAILED, error="存储暂时不可用。")

    services.retry_piece(fragment_id=piece.pk, by=people.officer())
    deliver_outbox()

    piece.refresh_from_db()
    assert piece.state == Fragment.State.READY


def test_a_cancelled_run_writes_no_book(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(1)
    build = pledges(
        services.request_compile(
            edition_id=edition.pk, by=None, is_proof=True, materials=["pledge"]
        )
    )

    services.cancel(build_id=build.pk, by=people.officer())
    deliver_outbox()

    build.refresh_from_db()
    assert build.state == Build.State.CANCELLED
    assert not build.parts.exists()


def test_a_run_taken_over_while_binding_keeps_nothing(
    deliver_outbox: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = editions.edition(1)
    build = pledges(
        services.request_compile(
            edition_id=edition.pk, by=None, is_proof=True, materials=["pledge"]
        )
    )
    real = binding.bind

    def overtaken(*arguments: object, **options: object) -> object:
        bound = real(*arguments, **options)
        Build.objects.filter(pk=build.pk).update(token=99)
        return bound

    monkeypatch.setattr(binding, "bind", overtaken)

    deliver_outbox()

    build.refresh_from_db()
    assert not build.parts.exists()
    assert build.edition_volume.current is None


def test_an_older_run_never_replaces_a_newer_book(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(1)
    old = pledges(
        services.request_compile(
            edition_id=edition.pk, by=None, is_proof=True, materials=["pledge"]
        )
    )
    services.edit_edition(
        edition_id=edition.pk, by=people.officer(), changes={"preface": "新的编印说明。"}
    )
    new = pledges(
        services.request_compile(
            edition_id=edition.pk, by=None, is_proof=True, materials=["pledge"]
        )
    )
    for revision_piece in Fragment.objects.all():
        services.set_piece(fragment_id=revision_piece.pk)

    services.assemble_volume(build_id=new.pk)
    services.assemble_volume(build_id=old.pk)

    new.edition_volume.refresh_from_db()
    assert new.edition_volume.current == new


def test_a_final_run_needs_a_frozen_list() -> None:
    edition = editions.edition(1)

    with pytest.raises(Conflict, match="定目"):
        services.request_compile(edition_id=edition.pk, by=people.officer(), is_proof=False)


def test_only_officers_print() -> None:
    edition = editions.edition(1)
    stranger = people.representative(organisations.association())

    with pytest.raises(NotAllowed):
        services.request_compile(edition_id=edition.pk, by=stranger, is_proof=True)
