"""The moments at which a process can die and leave half of something behind.

Every database statement and commit, every write to storage and every rename or flush of a file
is a boundary. They are counted while an operation runs, and at one of them the process can be
killed, without any hook in the product.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from django.core.files.storage import Storage
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper


class Boundaries:
    """Counts boundaries; dies, like by kill -9, when it comes to the one called `fatal`."""

    def __init__(self, fatal: int | None = None) -> None:
        self.count = 0
        self._fatal = fatal

    def cross(self) -> None:
        self.count += 1
        if self.count == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """The same function with a boundary before and after it; binds to its object as well."""

        def crossing(*args: Any, **kwargs: Any) -> Any:
            self.cross()
            try:
                return real(*args, **kwargs)
            finally:
                self.cross()

        return crossing

    def statement(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        self.cross()
        return execute(sql, params, many, context)


@contextmanager
def watched(boundaries: Boundaries) -> Iterator[None]:
    """While it lasts, everything this process does to database, storage and disk is counted."""
    with ExitStack() as patches:
        patches.enter_context(connection.execute_wrapper(boundaries.statement))
        for owner, name in (
            (BaseDatabaseWrapper, "commit"),
            (Storage, "save"),
            (os, "replace"),
            (os, "fsync"),
        ):
            real = getattr(owner, name)
            patches.enter_context(mock.patch.object(owner, name, boundaries.around(real)))
        yield
