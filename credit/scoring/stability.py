"""◇ How long a score holds: the first later day on which the same facts could give another.

Between changes of the facts a score moves only when a window closes, a fact's own term ends or
the first twelve months are over. So whoever computes many scores may skip those whose facts are
the same and whose day has not come.
"""

import datetime as dt
from collections.abc import Iterable

from credit.months import add_months

from .facts import Entry, Fact
from .rules import RuleSet
from .score import REGISTERED

_DAY = dt.timedelta(days=1)


def next_change(facts: Iterable[Fact], rules: RuleSet, on: dt.date) -> dt.date | None:
    """The first day after ``on`` on which the score of these facts may differ, None if never."""
    days: set[dt.date] = set()
    for fact in facts:
        if not isinstance(fact, Entry):
            if fact.on is not None:
                days.add(fact.on)
            continue
        days.add(fact.occurred_on)
        if fact.valid_until is not None:
            days.add(fact.valid_until + _DAY)
        days.update(
            add_months(fact.occurred_on, months) for months in _windows_of(rules, fact.code)
        )
    return min((day for day in days if day > on), default=None)


def _windows_of(rules: RuleSet, code: str) -> frozenset[int]:
    windows = rules.windows.get(code, frozenset())
    return windows | {rules.probation_months} if code == REGISTERED else windows
