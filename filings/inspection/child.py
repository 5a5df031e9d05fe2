"""Running a job in the confined child and understanding its answer."""

import json
import logging
import os
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from filings.inspection import confined
from filings.inspection.refusals import FileRefused
from huanglong_portal.common.errors import DomainError

WALL_SECONDS = 60
_LARGEST_ANSWER = 64 * 1024 * 1024
_LARGEST_COMPLAINT = 4000

log = logging.getLogger(__name__)


class CannotInspect(DomainError):
    """The child did not come to an answer: the file is neither accepted nor refused, ask again."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__("暂时无法检查这份文件，文件已保存，请稍后再试", field)
        self.reason = reason


def run(
    job: str,
    *,
    name: str,
    seconds: int = confined.PROCESSOR_SECONDS,
    wall_seconds: int = WALL_SECONDS,
    memory: int = confined.MEMORY,
    **arguments: Any,
) -> dict[str, Any]:
    """The answer of one job of `confined.JOBS` about the file called `name`.

    Paths in `arguments` must be absolute. Raises FileRefused with the child's reason, and
    CannotInspect when the child was killed, ran out of time or memory, or broke.
    """
    with tempfile.TemporaryDirectory(prefix="confined-") as folder:
        work = Path(folder)
        with (work / "complaint").open("wb") as complaint:
            command = [job, str(seconds), str(memory)]
            (work / confined.QUESTION).write_text(json.dumps(arguments), encoding="utf-8")
            code = _run_process(command, wall_seconds, work, complaint.fileno())
        reply = _reply(work)
        if code != 0 or reply is None:
            log.warning("confined %s ended with %s: %s", job, code, _complaint(work))
            raise CannotInspect(_reason(code))
    if "refused" in reply:
        raise FileRefused(reply["refused"], name, **reply["facts"])
    if "failed" in reply:
        log.warning("confined %s failed: %s", job, reply["failed"])
        raise CannotInspect(reply["failed"])
    return dict(reply["done"])


def _run_process(command: list[str], wall_seconds: int, work: Path, complaint: int) -> int | None:
    process = subprocess.Popen(  # noqa: S603 – our own script, an allow-listed job
        [sys.executable, "-I", "-X", "utf8", confined.__file__, *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaint,
        cwd=work,
        env={
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(work),
            "TMPDIR": str(work),
            "LANG": "C.UTF-8",
        },
        start_new_session=True,
    )
    if not _ends_within(process.pid, wall_seconds):
        os.killpg(process.pid, signal.SIGKILL)  # the whole group: its tools must not outlive it
        process.wait()
        return None
    return process.wait()


def _ends_within(pid: int, seconds: int) -> bool:
    """Waits for the end of a process without polling for it."""
    handle = os.pidfd_open(pid)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        return bool(poll.poll(seconds * 1000))
    finally:
        os.close(handle)


def _reply(work: Path) -> dict[str, Any] | None:
    answer = work / confined.ANSWER
    try:
        if answer.is_symlink() or answer.stat().st_size > _LARGEST_ANSWER:
            return None
        reply = json.loads(answer.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return reply if isinstance(reply, dict) else None


def _reason(code: int | None) -> str:
    if code is None:
        return "time"
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "processor"
    return f"exit {code}"


def _complaint(work: Path) -> str:
    text = (work / "complaint").read_text(encoding="utf-8", errors="replace")
    return text[-_LARGEST_COMPLAINT:].strip()
