"""Keeping the processes of one portal running."""

from pathlib import Path

import pytest

from huanglong_portal.local.portal import RESTARTS, Portal, WouldNotRun


@pytest.fixture
def portal(tmp_path: Path):
    portal = Portal(port=1, folder=tmp_path, logs=tmp_path / "log")
    portal.web.command = portal.worker.command = ["sleep", "1000"]
    yield portal
    portal.stop()


def test_a_process_that_keeps_dying_is_reported_with_its_last_words(portal: Portal) -> None:
    portal.clock.command = ["sh", "-c", "echo 缺少设置; exit 1"]
    portal.web.start()
    portal.start_background()
    said: list[str] = []

    with pytest.raises(WouldNotRun, match="缺少设置"):
        portal.keep_running(said.append, step=0.01)

    assert len(said) == RESTARTS


def test_a_web_process_that_ends_at_once_is_reported(portal: Portal) -> None:
    portal.web.command = ["sh", "-c", "echo 端口不能使用; exit 1"]

    with pytest.raises(WouldNotRun, match="端口不能使用"):
        portal.start_web(seconds=20)
