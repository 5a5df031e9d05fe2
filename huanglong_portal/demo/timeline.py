"""When the demo plays: days told back from the day it is made, at office hours."""

import datetime as dt
from dataclasses import dataclass
from random import Random
from zoneinfo import ZoneInfo

_SHANGHAI = ZoneInfo("Asia/Shanghai")


# Days before the demo: the register, the round of the year before, the round that is open now.
# Between the two openings lies more than a year, so that they never bear the same year.
OPENED, CLOSES_IN = 70, 30
EARLIER_OPENED = OPENED + 368
EARLIER_CLOSED = EARLIER_OPENED - 90
REGISTERED = EARLIER_OPENED + 20


@dataclass(frozen=True, slots=True)
class Timeline:
    """The demo's days. Nothing in it happens on or after ``today``."""

    today: dt.date

    @classmethod
    def from_opening(cls, opens_on: dt.date) -> "Timeline":
        """The timeline of a demo whose open round began on ``opens_on``."""
        return cls(opens_on + dt.timedelta(days=OPENED))

    def day(self, days_ago: int) -> dt.date:
        """The weekday that is (about) so many days back."""
        day = self.today - dt.timedelta(days=days_ago)
        return day - dt.timedelta(days=max(0, day.weekday() - 4))

    def at(self, days_ago: int, dice: Random, *, after: dt.datetime | None = None) -> dt.datetime:
        """A moment of that day between nine and half past five, and later than ``after``."""
        minute = dice.randint(0, 509)
        moment = dt.datetime.combine(self.day(days_ago), dt.time(9), _SHANGHAI) + dt.timedelta(
            minutes=minute, seconds=dice.randint(0, 59)
        )
        if after is not None and moment <= after:
            moment = after + dt.timedelta(minutes=dice.randint(7, 95))
        return moment
