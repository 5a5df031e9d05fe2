"""How often a page asks the database."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


class CountQueries(CaptureQueriesContext):
    """``with CountQueries() as counted: …`` then ``counted.number``."""

    def __init__(self) -> None:
        super().__init__(connection)

    @property
    def number(self) -> int:
        return len(self)

    def __enter__(self) -> Any:
        return super().__enter__()
