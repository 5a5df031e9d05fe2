"""Processes end with the one that started them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from huanglong_portal.local.processes import Child
from huanglong_portal.local.waiting import wait_until

PARENT = """
import sys, time
from pathlib import Path
from huanglong_portal.local.processes import Child
child = Child("sleeper", ["sleep", "1000"], Path(sys.argv[1]))
child.start()
print(child.process.pid, flush=True)
time.sleep(1000)
"""

GRANDPARENT = """
import subprocess, time
print(subprocess.Popen(["sleep", "1000"]).pid, flush=True)
time.sleep(1000)
"""

STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print(1, flush=True)
time.sleep(1000)
"""


def is_running(pid: int) -> bool:
    """Whether the process still does anything; one that only waits to be counted does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


def first_number(path: Path) -> int:
    assert wait_until(lambda: path.exists() and path.read_text().strip() != "", seconds=20)
    return int(path.read_text().split()[0])


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path / "log")], stdout=subprocess.PIPE, text=True
    ) as parent:
        child = int(parent.stdout.readline())

        parent.send_signal(signal.SIGKILL)

        assert wait_until(lambda: not is_running(child), seconds=20)


def test_stopping_a_child_stops_what_it_started(tmp_path: Path) -> None:
    child = Child("parent", [sys.executable, "-c", GRANDPARENT], tmp_path / "log")
    child.start()
    grandchild = first_number(tmp_path / "log")

    child.stop()

    assert not child.alive
    assert wait_until(lambda: not is_running(grandchild), seconds=20)


def test_a_child_that_ignores_the_request_is_ended_all_the_same(tmp_path: Path) -> None:
    child = Child("stubborn", [sys.executable, "-c", STUBBORN], tmp_path / "log", patience=0.2)
    child.start()
    first_number(tmp_path / "log")

    child.stop()

    assert not child.alive


def test_stopping_twice_does_no_harm(tmp_path: Path) -> None:
    child = Child("brief", ["true"], tmp_path / "log")
    child.start()

    child.stop()
    child.stop()

    assert not child.alive


def test_last_words_are_the_end_of_the_log(tmp_path: Path) -> None:
    child = Child("talker", ["seq", "1", "50"], tmp_path / "log")
    child.start()
    assert wait_until(lambda: not child.alive, seconds=20)

    assert child.last_words(lines=2) == "49\n50"


def test_a_child_sees_the_environment_it_was_given(tmp_path: Path) -> None:
    environment = {**os.environ, "PLACE": "华龙"}
    child = Child("teller", ["sh", "-c", "echo $PLACE"], tmp_path / "log", environment)
    child.start()
    assert wait_until(lambda: not child.alive, seconds=20)

    assert child.last_words() == "华龙"
