"""◇ What a score is computed from: facts on the credit file and the endings of facts."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact (信用信息), known by ``key``.

    ``marks`` say more about the same fact (an accepted convention “with consultation”), so that a
    rule can ask for ``code`` or for ``code:mark``. ``quantity`` counts what the code counts: days
    late, stars of a rating. ``valid_until`` is the last day on which the fact itself holds, if any.
    """

    key: str
    code: str
    occurred_on: dt.date
    valid_until: dt.date | None = None
    quantity: int = 0
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ending:
    """The fact ``of`` no longer counts: from ``on`` (replaced, repaired), or with ``on`` None
    never did (retracted as an error, overturned)."""

    of: str
    on: dt.date | None = None


Fact = Entry | Ending
