"""`python -m deploy.local.run_tests [pytest arguments]`: every test, or the named ones quickly.

Without arguments: the code checks, all tests on PostgreSQL, Redis and S3, then those marked
`both_databases` on SQLite with the embedded broker. Each step runs even when one before it
failed, so that one run shows everything. With arguments: these tests, on SQLite, at once;
`SERVICES=1` puts them on PostgreSQL, Redis and S3.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree

from deploy.local import check
from deploy.local.services import running_services

ROOT = Path(__file__).resolve().parents[2]
PYTEST = [sys.executable, "-m", "pytest"]
SIDE_BY_SIDE = ["-n", "2", "--dist", "loadgroup"]
SERVICE_SETTINGS = ("DATABASE_URL", "REDIS_URL", "STORAGE_BUCKET")
COUNTS = ("passed", "failed", "skipped")


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 when everything that ran has passed and something has run."""
    # Also SIGINT: a shell that starts us in the background has told us to ignore it.
    for request_to_end in (signal.SIGTERM, signal.SIGINT):
        signal.signal(request_to_end, _as_interrupt)
    try:
        return named(arguments) if arguments else everything()
    except KeyboardInterrupt:
        print("\n已中断，测试用的服务已停止。", file=sys.stderr)
        return 130


def named(arguments: Sequence[str]) -> int:
    """The tests that a developer named."""
    if not os.environ.get("SERVICES"):
        return run_pytest(arguments, bare_environment())
    with running_services() as services:
        return run_pytest(arguments, bare_environment() | services.environment)


def everything() -> int:
    """The whole, with a closing line that adds up both runs."""
    with tempfile.TemporaryDirectory(prefix="huanglong-results-") as folder:
        on_servers, on_sqlite = Path(folder, "servers.xml"), Path(folder, "sqlite.xml")
        failures = [check.main()]
        print("\n== 测试：PostgreSQL、Redis、S3 ==", flush=True)
        with running_services() as services:
            coverage = ["--cov", "--cov-report=term", f"--junitxml={on_servers}"]
            environment = bare_environment() | services.environment
            failures.append(run_pytest([*SIDE_BY_SIDE, *coverage], environment))
        print("\n== 测试：SQLite、内嵌队列、本机文件夹 ==", flush=True)
        marked = ["-m", "both_databases", f"--junitxml={on_sqlite}"]
        failures.append(run_pytest([*SIDE_BY_SIDE, *marked], bare_environment()))
        totals = [counted(on_servers), counted(on_sqlite)]
    print("\nTotal: " + ", ".join(f"{sum(t[name] for t in totals)} {name}" for name in COUNTS))
    return int(any(failures))


def bare_environment() -> dict[str, str]:
    """The person's environment without the services it may name: tests use only their own."""
    return {name: value for name, value in os.environ.items() if name not in SERVICE_SETTINGS}


def run_pytest(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    return subprocess.run(
        [*PYTEST, *arguments], cwd=ROOT, env=dict(environment), check=False
    ).returncode


def counted(report: Path) -> dict[str, int]:
    """How many tests passed, failed and were skipped, from a JUnit report; a lost one is a fail."""
    if not report.exists():
        return {"passed": 0, "failed": 1, "skipped": 0}
    suites = ElementTree.parse(report).getroot().iter("testsuite")
    numbers = [{name: int(value) for name, value in s.items() if value.isdigit()} for s in suites]
    failed = sum(suite["failures"] + suite["errors"] for suite in numbers)
    skipped = sum(suite["skipped"] for suite in numbers)
    total = sum(suite["tests"] for suite in numbers)
    return {"passed": total - failed - skipped, "failed": failed, "skipped": skipped}


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
