"""Several people doing something at the same moment."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections


def race(*runners: Callable[[], Any]) -> list[Any]:
    """Let all runners go at once, each in a thread with a database connection of its own.

    Returns, in the order of the runners, what each returned or the exception it raised. The test
    needs real transactions: `@pytest.mark.django_db(transaction=True)`.
    """
    ready = threading.Barrier(len(runners), timeout=30)

    def run(runner: Callable[[], Any]) -> Any:
        try:
            ready.wait()
            return runner()
        except Exception as error:  # noqa: BLE001  the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(runners)) as pool:
        return list(pool.map(run, runners))


def winners(results: Sequence[Any]) -> list[Any]:
    """The results that are no exceptions."""
    return [result for result in results if not isinstance(result, Exception)]
