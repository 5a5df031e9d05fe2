"""What happens to documents reaches the credit file, once, and in the same transaction."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from associations import services as register
from associations.models import Association, Office
from credit import services
from credit.models import CreditEntry, EntryEnding, Score
from filings.models import CarryOver, Declaration, Filing, Revision, Round, Slot
from filings.signals import publication_changed, revision_moved, slot_answered
from tests.credit.builders import at
from tests.factories import organisations, people

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
CLOSES_ON = dt.date(2026, 11, 13)


class Desk:
    """An organisation with one slot of a round that closes on 13 Nov. 2026."""

    def __init__(self, material: str = "convention") -> None:
        self.association: Association = organisations.association()
        self.filer = people.representative(self.association)
        self.material = material
        call = Round.objects.create(
            slug="2026",
            title="2026年报送",
            year=2026,
            opens_on=dt.date(2026, 10, 1),
            closes_on=CLOSES_ON,
            created_by=people.officer("chief"),
        )
        self.slot = Slot.objects.create(
            round=call,
            association=self.association,
            material=material,
            office=Office.objects.get(slug="city-division"),
        )
        self.filing = self.new_filing()

    def new_filing(self) -> Filing:
        return Filing.objects.create(
            association=self.association, material=self.material, title="自律规约"
        )

    def revision(
        self, state: str = "approved", submitted: str = "2026-11-10 09:00", **values: object
    ) -> Revision:
        filing = values.pop("filing", self.filing)
        if state == "approved":
            filing.revisions.filter(state="approved").update(state="superseded")
        return Revision.objects.create(
            filing=filing,
            slot=self.slot,
            number=filing.revisions.count() + 1,
            state=state,
            title="自律规约",
            created_by=self.filer,
            submitted_at=dt.datetime.fromisoformat(submitted).replace(tzinfo=SHANGHAI),
            **values,
        )

    def moved(self, revision: Revision, action: str, on: str = "2026-11-23") -> Revision:
        with at(on):
            revision_moved.send(
                Revision,
                revision_id=revision.pk,
                action=action,
                source="",
                target=revision.state,
                actor_id=self.filer.pk,
            )
        return revision

    def codes(self) -> list[str]:
        return list(CreditEntry.objects.order_by("pk").values_list("code", flat=True))


def test_an_approval_is_recorded_once_with_what_the_document_says() -> None:
    desk = Desk()
    fields = {"assembly": {"date": "2026-05-06", "for": 40}}
    revision = desk.revision(fields=fields)
    desk.moved(revision, "approve")
    desk.moved(revision, "approve")

    entry = CreditEntry.objects.get()
    assert (entry.code, entry.marks, entry.revision) == (
        "convention.accepted",
        ["assembly"],
        revision,
    )
    # 8 for the convention and 12 to start with, of 72.
    assert Score.objects.current().get().total == 27_78


def test_a_new_version_takes_the_place_of_the_earlier_one() -> None:
    desk = Desk()
    desk.moved(desk.revision(fields={"assembly": {"date": "x", "for": 1}}), "approve")
    desk.moved(desk.revision(fields={}), "approve", "2026-11-25")

    first, second = CreditEntry.objects.order_by("pk")
    assert [ending.kind for ending in first.endings.all()] == [EntryEnding.Kind.REPLACED]
    assert not second.endings.exists()
    # The assembly of the old version counts no longer: 5 + 1 + 12 of 72.
    assert Score.objects.current().get().total == 25_00


def test_a_correction_of_the_wording_keeps_the_date() -> None:
    desk = Desk()
    desk.moved(desk.revision(), "approve", "2026-11-20")
    desk.moved(desk.revision(change_kind="editorial"), "approve", "2026-11-25")

    dates_ = CreditEntry.objects.order_by("pk").values_list("occurred_on", flat=True)
    assert list(dates_) == [dt.date(2026, 11, 20)] * 2


@pytest.mark.parametrize(
    ("submitted", "days"),
    [
        ("2026-11-13 23:59", None),  # the last day
        ("2026-11-14 00:01", None),  # a Saturday: no working day has passed
        ("2026-11-16 08:00", 1),
        ("2026-11-30 08:00", 11),
    ],
)
def test_lateness_is_counted_in_working_days(submitted: str, days: int | None) -> None:
    desk = Desk()
    desk.moved(desk.revision("submitted", submitted), "submit", submitted[:10])

    found = list(CreditEntry.objects.values_list("code", "quantity"))
    assert found == ([] if days is None else [("filing.late", days)])


def test_what_is_sent_again_after_a_return_is_not_late() -> None:
    desk = Desk()
    desk.revision("returned", "2026-11-10 09:00")
    desk.moved(desk.revision("submitted", "2026-11-20 09:00"), "submit")

    assert desk.codes() == []


def test_a_further_document_of_a_slot_answered_in_time_is_not_late() -> None:
    desk = Desk("standard")
    desk.revision("submitted", "2026-11-10 09:00")
    second = desk.revision("submitted", "2026-11-20 09:00", filing=desk.new_filing())
    desk.moved(second, "submit")

    assert desk.codes() == []


def test_a_declaration_in_time_answers_the_slot() -> None:
    desk = Desk()
    Declaration.objects.create(
        slot=desk.slot,
        kind="in_preparation",
        plan="正在起草",
        declared_by=desk.filer,
        declared_at=dt.datetime(2026, 11, 12, 9, tzinfo=SHANGHAI),
    )
    desk.moved(desk.revision("submitted", "2026-11-20 09:00"), "submit")

    assert desk.codes() == []


def test_an_extension_moves_the_last_day() -> None:
    desk = Desk()
    Slot.objects.update(extended_to=dt.date(2026, 11, 27))
    desk.moved(desk.revision("submitted", "2026-11-20 09:00"), "submit")

    assert desk.codes() == []


def test_the_third_return_goes_on_file_once() -> None:
    desk = Desk()
    for _ in range(2):
        desk.moved(desk.revision("returned"), "return")
    assert desk.codes() == []

    for _ in range(2):
        desk.moved(desk.revision("returned"), "return")
    assert list(CreditEntry.objects.values_list("code", "quantity")) == [
        ("filing.returned_often", 3)
    ]


def test_a_pledge_counts_as_long_as_it_is_public() -> None:
    desk = Desk("pledge")
    revision = desk.revision()

    def points_for_publicity() -> int:
        lines = Score.objects.current().get().bill_lines
        return sum(line.points for line in lines if line.id == "A4.published")

    desk.moved(revision, "approve")
    assert points_for_publicity() == 0
    with at("2026-11-23"):
        Filing.objects.update(published_revision=revision, publication_version=1)
        publication_changed.send(Filing, filing_id=desk.filing.pk, revision_id=revision.pk)
    assert points_for_publicity() == 3_00
    with at("2026-11-25"):
        publication_changed.send(Filing, filing_id=desk.filing.pk, revision_id=None)
    assert points_for_publicity() == 0
    lapsed = EntryEnding.objects.get()
    assert (lapsed.entry.code, lapsed.kind) == ("pledge.published", "lapsed")


def test_the_publication_of_other_materials_is_not_recorded() -> None:
    desk = Desk("case")
    publication_changed.send(Filing, filing_id=desk.filing.pk, revision_id=desk.revision().pk)

    assert desk.codes() == []


def test_a_convention_certified_anew_has_been_reviewed() -> None:
    desk = Desk()
    revision = desk.revision()
    CarryOver.objects.create(slot=desk.slot, revision=revision, certified_by=desk.filer)
    for _ in range(2):
        slot_answered.send(Slot, slot_id=desk.slot.pk, kind="carried_over")
    slot_answered.send(Slot, slot_id=desk.slot.pk, kind="declared")

    assert desk.codes() == ["convention.reviewed"]


def test_claiming_and_withdrawing_leave_the_file_alone() -> None:
    desk = Desk()
    for action in ("claim", "endorse", "withdraw", "release"):
        desk.moved(desk.revision("withdrawn"), action)

    assert desk.codes() == []
    assert services.rescore().computed == 1


def test_an_admitted_organisation_has_a_score_from_the_first_moment() -> None:
    association = organisations.association(state="applied")

    register.admit(association_id=association.pk, by=people.officer())

    assert Score.objects.current().get().association == association
