"""The credit file: added to, ended, never changed."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from associations.models import Association
from credit import services
from credit.models import CreditEntry, EntryEnding, Listing, ListingStep, Paper, Score
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.credit.builders import Bureau, at, paper
from tests.factories import organisations, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def association(db: None) -> Association:
    return organisations.association()


@pytest.fixture
def handler(db: None):
    return people.officer("handler")


def record(association: Association, by: object, **values: object) -> CreditEntry:
    values = {
        "code": "annual_report.on_time",
        "occurred_on": dt.date(2026, 3, 20),
        "source": "区民政局",
        **values,
    }
    return services.record_entry(association_id=association.pk, by=by, **values)


def test_an_entry_carries_category_tone_and_publicity_of_its_kind(association, handler) -> None:
    entry = record(association, handler, code="annual_report.on_time")

    assert (entry.category, entry.tone, entry.publicity) == ("annual_report", "good", "public")
    assert AuditEvent.objects.filter(action="credit.record_entry", actor=handler).count() == 1


def test_an_entry_moves_the_score_in_the_same_breath(association, handler) -> None:
    with at("2026-11-20"):
        services.rescore()
        before = Score.objects.current().get()
    with at("2026-11-23"):
        record(association, handler, code="fee_list.public", occurred_on=dt.date(2026, 11, 20))

    after = Score.objects.current().get()
    association.refresh_from_db()
    # 12 and then 17 of 72 points.
    assert (before.total, after.total) == (16_67, 23_61)
    assert association.grade == after.band
    assert Score.objects.filter(association=association).count() == 2


@pytest.mark.parametrize(
    ("entered", "late"), [("2026-11-09", False), ("2026-11-10", True), ("2026-11-02", False)]
)
def test_the_five_working_days_run_from_when_it_was_learnt(
    association, handler, entered: str, late: bool
) -> None:
    with at(entered):
        entry = record(
            association,
            handler,
            occurred_on=dt.date(2026, 10, 1),
            obtained_on=dt.date(2026, 11, 2),
        )

    assert (entry.due_on, entry.entered_late) == (dt.date(2026, 11, 9), late)
    assert CreditEntry.objects.entered_late().exists() is late


def test_a_missing_calendar_does_not_keep_a_fact_off_the_file(association, handler) -> None:
    with at("2026-12-30"):
        entry = record(association, handler)

    assert (entry.due_on, entry.entered_late) == (None, False)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"code": "no.such.kind"}, "code"),
        ({"code": "convention.accepted"}, "code"),
        ({"occurred_on": dt.date(2026, 11, 24)}, "occurred_on"),
        ({"obtained_on": dt.date(2026, 3, 19)}, "obtained_on"),
        ({"obtained_on": dt.date(2026, 11, 24)}, "obtained_on"),
        ({"valid_until": dt.date(2026, 3, 19)}, "valid_until"),
        ({"source": " "}, "source"),
        ({"code": "rating.granted"}, "quantity"),
        ({"code": "penalty.warning"}, "document"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(association, handler, values, field: str) -> None:
    with at("2026-11-23"), pytest.raises(Refused) as refusal:
        record(association, handler, **values)

    assert refusal.value.field == field
    assert not CreditEntry.objects.exists()


def test_the_same_fact_is_not_entered_twice(association, handler) -> None:
    first = record(association, handler)
    with pytest.raises(Refused, match="已经录入"):
        record(association, handler)

    services.retract_entry(entry_id=first.pk, reason="日期有误", by=handler)
    assert record(association, handler).pk != first.pk


def test_another_office_does_not_touch_the_file(association, handler) -> None:
    stranger = people.officer("handler", "district-section")
    with pytest.raises(NotAllowed):
        record(association, stranger)
    entry = record(association, handler)
    with pytest.raises(NotAllowed):
        services.retract_entry(entry_id=entry.pk, reason="……", by=stranger)


def test_an_officer_keeps_no_file_of_an_organisation_he_represents(association) -> None:
    person = people.representative(association)
    person.is_staff = True
    person.save()
    person.postings.create(
        office=people.officer().postings.get().office, role="handler", valid_from=people.LONG_AGO
    )

    with pytest.raises(NotAllowed):
        record(association, person)


def test_another_organisations_paper_is_refused(association, handler) -> None:
    foreign = paper(organisations.association(), handler)

    with pytest.raises(NotAllowed, match="另一个组织"):
        record(association, handler, code="penalty.warning", paper_id=foreign.pk)


def test_a_retraction_undoes_the_effect_and_keeps_the_row(association, handler) -> None:
    with at("2026-11-23"):
        services.rescore()
        before = Score.objects.current().get().total
        entry = record(
            association,
            handler,
            code="improper.sustained",
            occurred_on=dt.date(2026, 11, 20),
            paper_id=paper(association, handler).pk,
        )
        assert Score.objects.current().get().total < before
        services.retract_entry(entry_id=entry.pk, reason="查证不实", by=handler)

    assert Score.objects.current().get().total == before
    assert CreditEntry.objects.filter(pk=entry.pk).exists()
    assert not CreditEntry.objects.not_retracted().exists()
    with pytest.raises(Conflict):
        services.retract_entry(entry_id=entry.pk, reason="再撤", by=handler)


def test_a_retraction_needs_a_reason(association, handler) -> None:
    entry = record(association, handler)

    with pytest.raises(Refused) as refusal:
        services.retract_entry(entry_id=entry.pk, reason=" ", by=handler)
    assert refusal.value.field == "reason"


def test_who_sees_which_entries(association, handler) -> None:
    own, stranger = (
        people.representative(association),
        people.representative(organisations.association()),
    )
    shown = record(association, handler)
    kept = record(association, handler, code="inspection.clean", publicity="bureau")

    def seen(user: object) -> set[int]:
        return set(CreditEntry.objects.visible_to(user).values_list("pk", flat=True))

    assert seen(handler) == {shown.pk, kept.pk}
    assert seen(own) == {shown.pk}
    assert seen(stranger) == set()


def test_a_paper_is_seen_by_who_sees_what_it_proves(association, handler) -> None:
    own, stranger = (
        people.representative(association),
        people.representative(organisations.association()),
    )
    proof, loose = paper(association, handler), paper(association, handler, b"%PDF- loose")
    record(association, handler, code="penalty.warning", paper_id=proof.pk)

    assert set(Paper.objects.visible_to(handler)) == {proof}
    assert set(Paper.objects.visible_to(own)) == {proof}
    assert not Paper.objects.visible_to(stranger).exists()
    assert loose not in Paper.objects.visible_to(own)


@pytest.mark.both_databases
@pytest.mark.parametrize("model", [CreditEntry, EntryEnding, ListingStep, Paper])
@pytest.mark.parametrize("how", ["update", "delete"])
def test_the_database_itself_refuses_to_rewrite_the_file(
    association, handler, model: type, how: str
) -> None:
    entry = record(
        association, handler, code="penalty.warning", paper_id=paper(association, handler).pk
    )
    services.retract_entry(entry_id=entry.pk, reason="有误", by=handler)
    Bureau(association).propose()
    table = model._meta.db_table
    statement = {"update": f"UPDATE {table} SET id = id", "delete": f"DELETE FROM {table}"}[how]

    with (
        pytest.raises((DatabaseError, IntegrityError), match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert model.objects.exists()


@pytest.mark.both_databases
def test_a_decided_listing_keeps_what_it_rests_on(association) -> None:
    listing = Bureau(association).listed()

    for change in ({"facts": "另一回事"}, {"listed_on": dt.date(2020, 1, 1)}, {"ground_id": "AB2"}):
        with (
            pytest.raises((DatabaseError, IntegrityError), match="append-only"),
            transaction.atomic(),
        ):
            Listing.objects.filter(pk=listing.pk).update(**change)
    with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
        Listing.objects.filter(pk=listing.pk)._raw_delete(using="default")
