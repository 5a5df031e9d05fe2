import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from huanglong_portal.common import dates, outbox
from huanglong_portal.common.mail import send_later
from huanglong_portal.common.models import OutboxMessage

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def handled() -> Iterator[list[Any]]:
    """Payloads that the topic “test” has handled; ``{"fail": n}`` fails until the nth attempt."""
    seen: list[Any] = []

    @outbox.handles("test", attempts=3)
    def handler(payload: dict[str, Any], message: OutboxMessage) -> None:
        if message.attempts <= payload.get("fail", 0):
            raise ValueError("not yet")
        seen.append(payload)

    yield seen
    outbox._topics.pop("test")


@pytest.mark.django_db
def test_a_message_is_delivered_once(handled: list[Any]) -> None:
    message = outbox.post("test", {"n": 1})

    assert outbox.deliver(message.pk)
    assert not outbox.deliver(message.pk)
    assert handled == [{"n": 1}]


@pytest.mark.django_db
def test_a_message_with_a_known_key_is_written_once(handled: list[Any]) -> None:
    first = outbox.post("test", {"n": 1}, key="same")
    second = outbox.post("test", {"n": 2}, key="same")

    assert first.pk == second.pk
    assert outbox.drain() == 1


@pytest.mark.django_db(transaction=True)
def test_a_message_of_a_rolled_back_change_does_not_exist(handled: list[Any]) -> None:
    with transaction.atomic():
        outbox.post("test", {})
        transaction.set_rollback(True)

    assert outbox.drain() == 0


@pytest.mark.django_db
def test_a_message_waits_for_its_time(handled: list[Any]) -> None:
    with dates.clock_at(NOON):
        message = outbox.post("test", {}, not_before=NOON + dt.timedelta(hours=1))
        assert not outbox.deliver(message.pk)
    with dates.clock_at(NOON + dt.timedelta(hours=2)):
        assert outbox.deliver(message.pk)


@pytest.mark.django_db
def test_a_failure_is_tried_again_later(handled: list[Any]) -> None:
    with dates.clock_at(NOON):
        message = outbox.post("test", {"fail": 1})
        outbox.deliver(message.pk)
        assert not outbox.deliver(message.pk)
    with dates.clock_at(NOON + dt.timedelta(minutes=5)):
        assert outbox.deliver(message.pk)
    message.refresh_from_db()
    assert message.done_at is not None
    assert handled == [{"fail": 1}]


@pytest.mark.django_db
def test_what_fails_too_often_is_parked_with_its_error(handled: list[Any]) -> None:
    message = outbox.post("test", {"fail": 99})
    for hour in range(1, 6):
        with dates.clock_at(NOON + dt.timedelta(days=400, hours=hour)):
            outbox.deliver(message.pk)
    message.refresh_from_db()

    assert message.parked_at is not None
    assert message.attempts == 3
    assert "not yet" in message.last_error


@pytest.mark.django_db
def test_a_message_whose_worker_died_is_taken_over_after_its_lease(handled: list[Any]) -> None:
    with dates.clock_at(NOON):
        message = outbox.post("test", {})
        assert outbox._claim(message.pk)
        assert not outbox.deliver(message.pk)
    with dates.clock_at(NOON + dt.timedelta(hours=1)):
        assert outbox.deliver(message.pk)


@pytest.mark.django_db
def test_a_worker_that_lost_its_lease_cannot_mark_the_message(handled: list[Any]) -> None:
    with dates.clock_at(NOON):
        message = outbox.post("test", {})
        stale = outbox._claim(message.pk)
    with dates.clock_at(NOON + dt.timedelta(hours=1)):
        fresh = outbox._claim(message.pk)

    assert stale is not None
    assert fresh is not None
    assert fresh.token == stale.token + 1


@pytest.mark.django_db
def test_the_sweeper_finds_messages_whose_hint_was_lost(
    handled: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    monkeypatch.setattr(outbox.nudge, "publish", sent.append)
    message = outbox.post("test", {})

    assert outbox.sweep() == 1
    assert outbox.sweep() == 0
    assert sent == [message.pk]


@pytest.mark.django_db
def test_a_mail_leaves_after_the_change_and_only_once() -> None:
    send_later(key="k", to="a@hualong.example", subject="登记已核准", body="可以报送。")
    send_later(key="k", to="a@hualong.example", subject="登记已核准", body="可以报送。")
    outbox.drain()

    assert [message.subject for message in mail.outbox] == ["登记已核准"]
