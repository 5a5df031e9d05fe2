"""Running one operation in a process of its own that dies where it is told to."""

import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connections

from tests.faults.boundaries import Boundaries, watched
from tests.soundness import flaws

FAILED = 70


@dataclass(frozen=True)
class Crash:
    """How a watched run ended: killed at the fatal boundary, or through, having crossed `count`."""

    killed: bool
    count: int


def run_watched(operation: Callable[[], Any], fatal: int | None = None) -> Crash:
    """Run `operation` in a forked child that dies at boundary `fatal`, or counts them all.

    Raises AssertionError when the operation itself failed; its traceback is on the error output.
    """
    connections.close_all()  # a connection cannot be shared with the child
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(operation, Boundaries(fatal), writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        counted = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return Crash(killed=True, count=fatal or 0)
    assert os.WEXITSTATUS(status) == 0, "the operation failed before anything was done to it"
    return Crash(killed=False, count=int(counted))


def _be_the_child(operation: Callable[[], Any], boundaries: Boundaries, writing: int) -> None:
    tempfile.tempdir = str(settings.VAR_DIR)  # what it leaves lying about goes when the test goes
    try:
        with watched(boundaries):
            operation()
        os.write(writing, str(boundaries.count).encode())
    except BaseException:  # noqa: BLE001  nothing may escape into the parent's code
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(FAILED)
    os._exit(0)


@dataclass(frozen=True)
class Scenario:
    """One operation and how to tell whether it survived a crash.

    `prepare` makes a fresh subject; `operate` does the operation to it; `check` looks at the
    subject after a crash and raises AssertionError unless everything is wholly old or wholly new;
    `check_done` after the person has simply tried again.
    """

    prepare: Callable[[], Any]
    operate: Callable[[Any], Any]
    check: Callable[[Any], None]
    check_done: Callable[[Any], None]


def crash_everywhere(scenario: Scenario, *, at_most: int = 0) -> tuple[int, int, list[str]]:
    """Kill the operation at each of its boundaries in turn, then try again.

    With `at_most`, only at so many: evenly spread, and always at the last ones around the commit.
    Afterwards the records as a whole must be sound. Returns how many crashes were survived, of
    how many, and what was wrong with the others.
    """
    subject = scenario.prepare()
    total = run_watched(lambda: scenario.operate(subject)).count
    wrong = []
    boundaries = _chosen(total, at_most)
    for fatal in boundaries:
        subject = scenario.prepare()
        crash = run_watched(lambda subject=subject: scenario.operate(subject), fatal)
        try:
            assert crash.killed, "never came to this boundary"
            scenario.check(subject)
            run_watched(lambda subject=subject: scenario.operate(subject))
            scenario.check_done(subject)
        except AssertionError as flaw:
            wrong.append(f"killed at {fatal}/{total}: {flaw}")
    wrong += flaws()
    tried = len(boundaries)
    return max(0, tried - len(wrong)), tried, wrong


def _chosen(total: int, at_most: int) -> list[int]:
    everywhere = range(1, total + 1)
    if not at_most or total <= at_most:
        return list(everywhere)
    last = everywhere[-at_most // 2 :]
    return sorted({*everywhere[:: 2 * total // at_most + 1], *last})
