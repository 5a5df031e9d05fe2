"""Editions: filled from what is approved, edited with reasons, frozen, released."""

from collections.abc import Callable

import pytest

from compilations import services
from compilations.models import Build, Edition, Volume
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.factories import editions, organisations, people

pytestmark = pytest.mark.django_db


def entries(edition: Edition) -> list[str]:
    """Names of the organisations in the pledge volume, in order."""
    volume = edition.volumes.get(volume__material="pledge")
    return [entry.association.name for entry in volume.entries.all()]


def test_the_five_volumes_bear_the_titles_of_the_notice() -> None:
    assert list(Volume.objects.values_list("title", flat=True)) == [
        "濮阳市华龙区行业协会商会健全行业自律规约汇编",
        "濮阳市华龙区行业协会制定行业职业道德准则汇编",
        "濮阳市华龙区行业协会制定行业标准汇编",
        "濮阳市华龙区行业协会商会诚信承诺书汇编",
        "濮阳市华龙区行业协会商会诚信自律建设典型案例选",
    ]


def test_a_further_volume_can_be_added_because_the_notice_says_and_so_on() -> None:
    Volume.objects.create(title="濮阳市华龙区社会组织诚信承诺书选", material="pledge", position=6)
    edition = editions.edition(1)

    assert edition.volumes.count() == 6
    assert all(edition.volumes.filter(volume__material="pledge").values_list("entries", flat=True))


def test_an_edition_holds_what_is_approved() -> None:
    edition = editions.edition(2)

    assert len(entries(edition)) == 2


def test_a_draft_takes_in_what_is_approved_later(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(1)

    editions.approved_pledges(1)
    deliver_outbox()

    assert len(entries(edition)) == 2


def test_a_frozen_list_does_not_change(deliver_outbox: Callable[[], int]) -> None:
    edition = editions.edition(1)
    services.freeze(edition_id=edition.pk, by=people.officer("chief"))

    editions.approved_pledges(1)
    deliver_outbox()
    services.gather(edition_id=edition.pk)

    assert len(entries(edition)) == 1


def test_an_exclusion_needs_a_reason_and_outlasts_gathering() -> None:
    edition = editions.edition(2)
    entry = edition.volumes.get(volume__material="pledge").entries.first()
    officer = people.officer()

    with pytest.raises(Refused, match="理由"):
        services.exclude(entry_id=entry.pk, reason=" ", by=officer)
    services.exclude(entry_id=entry.pk, reason="单位申请暂不收录", by=officer)
    services.gather(edition_id=edition.pk)

    entry.refresh_from_db()
    assert (entry.included, entry.reason) == (False, "单位申请暂不收录")


def test_what_was_left_out_can_be_taken_back() -> None:
    edition = editions.edition(1)
    entry = edition.volumes.get(volume__material="pledge").entries.first()
    officer = people.officer()
    services.exclude(entry_id=entry.pk, reason="待核实", by=officer)

    services.include(entry_id=entry.pk, by=officer)

    entry.refresh_from_db()
    assert entry.included


@pytest.mark.parametrize("order_by", ["pinyin", "strokes", "industry", "registration"])
def test_chapters_stand_in_the_chosen_order(order_by: str) -> None:
    edition = editions.edition(3)

    services.edit_edition(
        edition_id=edition.pk, by=people.officer(), changes={"order_by": order_by}
    )

    volume = edition.volumes.get(volume__material="pledge")
    assert list(volume.entries.values_list("position", flat=True)) == [1, 2, 3]


def test_release_waits_for_final_books_in_which_nothing_is_amiss(
    deliver_outbox: Callable[[], int],
) -> None:
    edition = editions.edition(1)
    chief = people.officer("chief")
    services.freeze(edition_id=edition.pk, by=chief)
    with pytest.raises(Refused, match="正本"):
        services.release(edition_id=edition.pk, by=chief)

    services.request_compile(edition_id=edition.pk, by=chief, is_proof=False)
    deliver_outbox()
    services.release(edition_id=edition.pk, by=chief)

    edition.refresh_from_db()
    assert edition.state == Edition.State.RELEASED


def test_the_next_edition_is_compared_with_the_one_released(
    deliver_outbox: Callable[[], int],
) -> None:
    first = editions.edition(1)
    chief = people.officer("chief")
    services.freeze(edition_id=first.pk, by=chief)
    services.request_compile(edition_id=first.pk, by=chief, is_proof=False)
    deliver_outbox()
    services.release(edition_id=first.pk, by=chief)
    editions.approved_pledges(1)

    second = services.open_edition(round_id=first.round_id, by=chief)
    services.request_compile(edition_id=second.pk, by=chief, is_proof=True, materials=["pledge"])

    build = Build.objects.get(edition_volume__edition=second)
    (changes,) = build.manifest["front"]
    assert [row[2] for row in changes["rows"]] == ["沿用", "新收录"]


def test_only_a_chief_freezes_and_releases() -> None:
    edition = editions.edition(1)

    with pytest.raises(NotAllowed):
        services.freeze(edition_id=edition.pk, by=people.officer("handler"))


def test_a_frozen_edition_is_edited_no_more_until_it_is_reopened() -> None:
    edition = editions.edition(1)
    chief = people.officer("chief")
    services.freeze(edition_id=edition.pk, by=chief)

    with pytest.raises(Conflict, match="已定目"):
        services.edit_edition(edition_id=edition.pk, by=chief, changes={"title": "新名"})
    services.reopen(edition_id=edition.pk, by=chief)
    services.edit_edition(edition_id=edition.pk, by=chief, changes={"title": "新名"})

    edition.refresh_from_db()
    assert edition.title == "新名"


def test_a_representative_edits_nothing() -> None:
    edition = editions.edition(1)
    stranger = people.representative(organisations.association())

    with pytest.raises(NotAllowed):
        services.edit_edition(edition_id=edition.pk, by=stranger, changes={"title": "甲"})


def test_every_change_leaves_a_trace() -> None:
    edition = editions.edition(1)
    chief = people.officer("chief")
    entry = edition.volumes.get(volume__material="pledge").entries.first()

    services.exclude(entry_id=entry.pk, reason="待核实", by=chief)
    services.include(entry_id=entry.pk, by=chief)
    services.freeze(edition_id=edition.pk, by=chief)
    services.reopen(edition_id=edition.pk, by=chief)

    traced = AuditEvent.objects.filter(action__startswith="compilations.").order_by("seq")
    assert list(traced.values_list("action", flat=True)) == [
        "compilations.open_edition",
        "compilations.exclude",
        "compilations.include",
        "compilations.freeze",
        "compilations.reopen",
    ]
