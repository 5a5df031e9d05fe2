"""The workshop: files are made by other processes while the stories are played."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType

_FEW = 40


class Workshop:
    """Makes ordered files, what is wanted first, first.

    A few files are made on the spot: starting helpers would take longer.
    """

    def __init__(self) -> None:
        self._ordered: dict[str, Callable[[], bytes]] = {}
        self._wanted: dict[str, int] = {}
        self._making: dict[str, Future[bytes]] = {}
        self._helpers: ProcessPoolExecutor | None = None

    def order(self, key: str, make: Callable[[], bytes], *, days_ago: int) -> None:
        """Ask for a file that ``fetch`` will want under ``key``, so many days before the end."""
        self._ordered[key] = make
        self._wanted[key] = days_ago

    def begin(self) -> int:
        """Start making what was ordered; returns how many files that is."""
        if len(self._ordered) > _FEW:
            # Spawned, so that no database connection or thread is inherited.
            self._helpers = ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"))
            soonest = sorted(self._ordered, key=self._wanted.__getitem__, reverse=True)
            self._making = {key: self._helpers.submit(self._ordered[key]) for key in soonest}
        return len(self._ordered)

    def fetch(self, key: str) -> bytes:
        """The bytes of an ordered file, once. Raises KeyError for one that was not ordered."""
        make = self._ordered.pop(key)
        future = self._making.pop(key, None)
        return future.result() if future else make()

    def __enter__(self) -> "Workshop":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._helpers is not None:
            self._helpers.shutdown(wait=True, cancel_futures=True)
