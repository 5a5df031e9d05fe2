import socket
import subprocess
import sys

from filings.inspection import confined

BOASTS = """
import resource, socket, sys
sys.path.insert(0, {root!r})
from filings.inspection.confined import confine
confine(7, 512 * 1024 * 1024)
print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0])
try:
    socket.create_connection(("127.0.0.1", {port}), timeout=5).close()
    print("connected")
except OSError:
    print("no network")
"""


def in_the_child(port: int) -> list[str]:
    script = BOASTS.format(root=str(confined.ROOT), port=port)
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")


def test_the_child_gives_up_memory_time_and_where_allowed_the_network():
    allowed = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    with socket.create_server(("127.0.0.1", 0)) as server:
        limits, network, *_ = in_the_child(server.getsockname()[1])
    assert limits == f"{512 * 1024 * 1024} 7"
    assert network == ("no network" if allowed.returncode == 0 else "connected")


def test_only_listed_jobs_are_run():
    assert all(target.startswith("filings.") for target in confined.JOBS.values())
