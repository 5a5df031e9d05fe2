"""The portal's three kinds of process on one machine: web, worker, clock."""

import os
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path

from .processes import Child
from .waiting import wait_until

RESTARTS, WITHIN_SECONDS = 5, 60.0


class WouldNotRun(Exception):
    """A process ended at once or again and again; the message is for the person at the screen."""


class Portal:
    """Starts, watches and stops the processes of one portal.

    `environment` is what they see; logs go to `logs`. A process that dies is started again, as
    an init system would, but not more than `RESTARTS` times in `WITHIN_SECONDS`.
    """

    def __init__(
        self,
        *,
        port: int,
        folder: Path,
        logs: Path,
        environment: Mapping[str, str] | None = None,
        worker_processes: int = 2,
    ) -> None:
        self.address = f"http://127.0.0.1:{port}"
        environment = {**os.environ, **(environment or {}), "PYTHONUNBUFFERED": "1"}
        celery = [sys.executable, "-m", "celery", "-A", "huanglong_portal"]

        def child(name: str, command: list[str], orphaned: signal.Signals) -> Child:
            return Child(
                name, command, logs / f"{name}.log", environment, folder, orphaned=orphaned
            )

        self.web = child(
            "web",
            [sys.executable, "-m", "gunicorn", "huanglong_portal.wsgi"]
            + [f"--bind=127.0.0.1:{port}", "--worker-class=gthread", "--workers=2", "--threads=4"]
            + ["--graceful-timeout=5", "--no-control-socket"],
            signal.SIGTERM,
        )
        self.worker = child(
            "worker",
            [*celery, "worker", f"--concurrency={worker_processes}", "--loglevel=INFO"]
            + ["--without-gossip", "--without-mingle", f"--hostname=portal-{port}@%h"],
            signal.SIGQUIT,
        )
        # The one clock: two of them would only knock twice, but once is enough.
        self.clock = child("clock", [*celery, "beat", "--pidfile="], signal.SIGTERM)
        self._restarts: list[float] = []

    @property
    def children(self) -> tuple[Child, Child, Child]:
        return (self.web, self.worker, self.clock)

    def start_background(self) -> None:
        """The worker and the clock, so that work can be queued before the pages are up."""
        self.worker.start()
        self.clock.start()

    def start_web(self, *, seconds: float = 60) -> None:
        """Start the web process and wait until the home page answers.

        Raises WouldNotRun when it does not within `seconds`.
        """
        self.web.start()
        if not wait_until(lambda: self.answers() or not self.web.alive, seconds=seconds):
            raise WouldNotRun(f"网页进程 {seconds:.0f} 秒内没有应答。\n{self.web.last_words()}")
        if not self.web.alive:
            raise WouldNotRun(f"网页进程没有启动起来。\n{self.web.last_words()}")

    def answers(self) -> bool:
        """Whether the home page comes back whole."""
        try:
            with urllib.request.urlopen(self.address, timeout=10) as response:
                return bool(response.status == HTTPStatus.OK)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def keep_running(self, say: Callable[[str], None], *, step: float = 0.5) -> None:
        """Start again what dies; returns never, raises WouldNotRun when it keeps dying."""
        while True:
            for child in self.children:
                if not child.alive:
                    self._start_again(child, say)
            time.sleep(step)

    def _start_again(self, child: Child, say: Callable[[str], None]) -> None:
        now = time.monotonic()
        self._restarts = [moment for moment in self._restarts if now - moment < WITHIN_SECONDS]
        if len(self._restarts) >= RESTARTS:
            raise WouldNotRun(f"进程 {child.name} 反复退出。\n{child.last_words()}")
        self._restarts.append(now)
        say(f"进程 {child.name} 意外退出，已重新启动（日志：{child.log}）。")
        child.kill()
        child.start()

    def stop(self) -> None:
        """Stop everything that was started: all are asked at once, then waited for."""
        for child in self.children:
            child.ask_to_end()
        for child in self.children:
            child.stop()
