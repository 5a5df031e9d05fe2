"""◇ Which facts count on a given day: each once, within its window, unless it has ended."""

import datetime as dt
from collections.abc import Iterable

from credit.months import add_months

from .facts import Entry, Fact

_DAY = dt.timedelta(days=1)


class Evidence:
    """The facts in effect on ``on``, found by reference (``code`` or ``code:mark``).

    The order in which facts arrive makes no difference, and a key counts once. An ending without
    a date undoes the fact for every day; one with a date undoes it from that day.
    """

    def __init__(self, facts: Iterable[Fact], on: dt.date) -> None:
        entries: dict[str, Entry] = {}
        retracted: set[str] = set()
        ended: dict[str, dt.date] = {}
        for fact in facts:
            if isinstance(fact, Entry):
                known = entries.get(fact.key)
                if known is None or _canonical(fact) < _canonical(known):
                    entries[fact.key] = fact
            elif fact.on is None:
                retracted.add(fact.of)
            else:
                ended[fact.of] = min(fact.on, ended.get(fact.of, fact.on))
        self.on = on
        self._last_days: dict[str, dt.date] = {}
        self._found: dict[str, list[Entry]] = {}
        for entry in sorted(entries.values(), key=_canonical):
            if entry.occurred_on > on or entry.key in retracted:
                continue
            last_day = entry.valid_until or dt.date.max
            if entry.key in ended:
                last_day = min(last_day, ended[entry.key] - _DAY)
            if last_day < on:
                continue
            self._last_days[entry.key] = last_day
            self._found.setdefault(entry.code, []).append(entry)
            for mark in entry.marks:
                self._found.setdefault(f"{entry.code}:{mark}", []).append(entry)

    def of(self, reference: str, months: int | None = None) -> list[Entry]:
        """Facts in effect under ``reference``, oldest first, within ``months`` of occurring."""
        found = self._found.get(reference, [])
        if months is None or not found:
            return found
        return [entry for entry in found if self.on < add_months(entry.occurred_on, months)]

    def last_day(self, entry: Entry, months: int | None = None) -> dt.date | None:
        """The last day on which ``entry`` counts, or None when nothing bounds it."""
        last_day = self._last_days[entry.key]
        if months is not None:
            last_day = min(last_day, add_months(entry.occurred_on, months) - _DAY)
        return None if last_day == dt.date.max else last_day


def _canonical(entry: Entry) -> tuple[object, ...]:
    return (
        entry.occurred_on,
        entry.key,
        entry.code,
        entry.quantity,
        entry.valid_until or dt.date.max,
        sorted(entry.marks),
    )


def latest_end(days: Iterable[dt.date | None]) -> dt.date | None:
    """The latest of some last days, where None means unbounded."""
    known = list(days)
    return None if None in known else max(day for day in known if day is not None)


def earliest_end(days: Iterable[dt.date | None]) -> dt.date | None:
    """The earliest of some last days, where None means unbounded."""
    return min((day for day in days if day is not None), default=None)
