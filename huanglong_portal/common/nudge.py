"""Telling the broker that a message waits, without ever making a request wait for the broker."""

import logging
import queue
import threading

from django.conf import settings

logger = logging.getLogger(__name__)

_pending: "queue.Queue[int]" = queue.Queue(maxsize=10_000)
_starting = threading.Lock()
_threads: list[threading.Thread] = []


def send(message_id: int) -> None:
    """Ask for delivery soon; returns at once, never raises. The sweeper covers what is lost."""
    if not settings.OUTBOX_NUDGE:
        return
    _ensure_thread()
    try:
        _pending.put_nowait(message_id)
    except queue.Full:
        logger.warning("nudge queue full; the sweeper will find message %s", message_id)


def publish(message_id: int) -> None:
    """Put the hint on the broker now; a broker that is away is logged and forgotten."""
    from .tasks import deliver_message

    try:
        deliver_message.apply_async((message_id,), retry=False)
    except Exception as error:  # noqa: BLE001 - the broker is only a hint; the row remains
        logger.warning("broker not reached for message %s: %s", message_id, error)


def _ensure_thread() -> None:
    with _starting:
        # A forked server process inherits the list but not the running thread.
        if not any(thread.is_alive() for thread in _threads):
            _threads[:] = [threading.Thread(target=_work, name="outbox-nudge", daemon=True)]
            _threads[0].start()


def _work() -> None:
    while True:
        publish(_pending.get())
