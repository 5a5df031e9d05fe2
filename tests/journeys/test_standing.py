"""The portal stands: pages answer, the worker works, and both come back after a kill."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from huanglong_portal.local.waiting import wait_until
from tests.journeys.conftest import DESK, PHONE
from tests.live import LivePortal

POST_A_MAIL = """
from django.db import transaction
from huanglong_portal.common import outbox
with transaction.atomic():
    payload = {"subject": "试一试", "body": "收到了吗", "to": "wang@hualong.example"}
    message = outbox.post("mail", payload)
print(message.pk)
"""
KNOCK = "outbox.nudge.publish(message.pk)\n"
IS_DONE = """
from huanglong_portal.common.models import OutboxMessage
print(OutboxMessage.objects.filter(pk=%d, done_at__isnull=False).exists())
"""


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_anyone_can_open_the_home_page(
    open_page: Callable[..., Page], viewport: dict[str, int]
) -> None:
    page = open_page(viewport)

    page.goto("/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    widest = page.evaluate("document.documentElement.scrollWidth")
    assert widest <= viewport["width"], "the page is wider than the screen"


def test_the_worker_delivers_what_was_posted(portal: LivePortal) -> None:
    posted = int(portal.manage("shell", "--verbosity=0", "--command", POST_A_MAIL + KNOCK))

    assert delivered(portal, posted)


def test_what_was_posted_while_the_worker_was_dead_is_delivered_when_it_is_back(
    portal: LivePortal,
) -> None:
    portal.processes.worker.kill()
    posted = int(portal.manage("shell", "--verbosity=0", "--command", POST_A_MAIL))

    portal.processes.worker.start()

    assert delivered(portal, posted)


def delivered(portal: LivePortal, message: int) -> bool:
    def done() -> bool:
        said = portal.manage("shell", "--verbosity=0", "--command", IS_DONE % message)
        return bool(json.loads(said.strip().lower()))

    return wait_until(done, seconds=60)
