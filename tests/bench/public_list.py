"""The public list of pledges over 100,000 associations ÷ over 1,000.

Five pages as visitors open them: the newest, a later page, one category, one industry, a search.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from tests.bench.register import fill_register

NAME = "public_list"
BAR = 1.5
ROUNDS = 7
FEW, MANY = 1_000, 100_000
PAGES = (
    {},
    {"page": "5"},
    {"category": "trade_association"},
    {"industry": "餐饮"},
    {"q": "第77号"},
)
REPEATS = 6

_seconds: dict[int, list[float]] = {FEW: [], MANY: []}


def rounds() -> list[float]:
    """Both registers are served by processes of their own, which are asked in turn."""
    with ExitStack() as both:
        few = both.enter_context(visitor(FEW))
        many = both.enter_context(visitor(MANY))
        few(), many()  # the first visit compiles templates and opens the database
        for _ in range(ROUNDS):
            _seconds[FEW].append(few())
            _seconds[MANY].append(many())
    return [big / small for big, small in zip(_seconds[MANY], _seconds[FEW], strict=True)]


def report() -> str:
    """How long a page takes, for orientation."""
    pages = len(PAGES) * REPEATS
    return "  " + ", ".join(
        f"{size} associations: {min(taken) / pages * 1000:.0f} ms a page"
        for size, taken in _seconds.items()
    )


@contextmanager
def visitor(size: int) -> Iterator[Any]:
    """A process with a register of `size`; call it to open all pages and get the seconds."""
    with tempfile.TemporaryDirectory(dir=os.environ["VAR_DIR"]) as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.public_list", str(size)],
            env={**os.environ, "VAR_DIR": folder},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin
        assert process.stdout

        def visit() -> float:
            process.stdin.write("visit\n")
            process.stdin.flush()
            return float(json.loads(process.stdout.readline()))

        try:
            yield visit
        finally:
            process.stdin.close()
            process.wait(60)


def serve(size: int) -> None:
    """What that process does: fill its register, then open the pages whenever it is told to."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    fill_register(size)
    client = Client(headers={"host": "127.0.0.1"})
    for _ in sys.stdin:
        started = time.perf_counter()
        for page in PAGES * REPEATS:
            response = client.get("/pledges/", page)
            assert response.status_code == 200, (page, response.status_code)
            assert "演示" in response.content.decode(), page
        print(json.dumps(time.perf_counter() - started), flush=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
