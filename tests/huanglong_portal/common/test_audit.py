import pytest
from django.db import DatabaseError, connection, transaction

from huanglong_portal.common import audit
from huanglong_portal.common.models import AuditEvent
from tests.factories import people
from tests.racing import race


def _record(note: str = "") -> AuditEvent:
    person = people.user()
    with transaction.atomic():
        return audit.record("test.act", actor=person, target=person, data={"note": note})


@pytest.mark.django_db
def test_events_are_numbered_and_chained() -> None:
    first, second = _record(), _record()

    assert (first.seq, second.seq) == (1, 2)
    assert second.previous_hash == first.hash
    assert list(audit.broken_links()) == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded() -> None:
    person = people.user()

    with pytest.raises(RuntimeError, match="transaction"):
        audit.record("test.act", actor=person, target=person)


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_a_rolled_back_change_leaves_no_event() -> None:
    person = people.user()

    with transaction.atomic():
        audit.record("test.act", actor=person, target=person)
        transaction.set_rollback(True)

    assert not AuditEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE common_auditevent SET action = 'other'",
        "DELETE FROM common_auditevent",
        "DELETE FROM common_auditevent WHERE seq = 1",
    ],
)
def test_the_database_refuses_to_rewrite_the_trail(attack: str) -> None:
    _record()

    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(attack)


@pytest.mark.django_db(transaction=True)
def test_the_trail_cannot_be_emptied() -> None:
    if connection.vendor != "postgresql":
        return
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("TRUNCATE common_auditevent CASCADE")


@pytest.mark.django_db
def test_a_changed_event_is_found_by_its_number() -> None:
    events = [_record(str(number)) for number in range(3)]
    forged = AuditEvent(**{**_values(events[1]), "data": {"note": "forged"}})

    assert audit.fingerprint(forged) != events[1].hash


@pytest.mark.django_db
def test_a_deleted_person_would_take_events_along_and_is_therefore_protected() -> None:
    event = _record()

    with pytest.raises(Exception, match="referenced through protected"):
        event.actor.delete()


@pytest.mark.django_db
def test_very_long_texts_are_cut() -> None:
    event = _record("长" * 10_000)

    assert len(event.data["note"]) == 2001


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_writers_side_by_side_leave_one_gapless_chain() -> None:
    person = people.user()

    def write() -> None:
        for _ in range(5):
            with transaction.atomic():
                audit.record("test.act", actor=person, target=person)

    race(*[write] * 6)

    assert AuditEvent.objects.count() == 30
    assert list(audit.broken_links()) == []


def _values(event: AuditEvent) -> dict[str, object]:
    return {field.attname: getattr(event, field.attname) for field in event._meta.fields}
