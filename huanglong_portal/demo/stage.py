"""The stage: many stories played together, each act at its own moment, earlier ones first.

A story is a generator. It yields the moment at which it wants to go on; the stage sets the
clock to it (``common.dates.clock_at``) and lets the story act up to its next ``yield``. So the
trail, the receipts and the decisions of all organisations come in the order of time.
"""

import datetime as dt
import heapq
from collections.abc import Callable, Iterator

from huanglong_portal.common.dates import clock_at

Story = Iterator[dt.datetime]


class Stage:
    """Plays stories together."""

    def __init__(self) -> None:
        self._waiting: list[tuple[dt.datetime, int, Story]] = []
        self._entered = 0

    def enter(self, story: Story) -> None:
        """Let a story take part from its first moment on."""
        moment = next(story, None)
        if moment is not None:
            self._entered += 1
            heapq.heappush(self._waiting, (moment, self._entered, story))

    def play(self, after_each: Callable[[int], None] | None = None) -> int:
        """Play everything to its end and return how many acts that was.

        Raises ValueError when a story wants to go back in time. ``after_each`` is told how many
        stories are still going on.
        """
        acts = 0
        while self._waiting:
            moment, place, story = heapq.heappop(self._waiting)
            with clock_at(moment):
                following = next(story, None)
            acts += 1
            if following is not None:
                if following <= moment:
                    raise ValueError(f"a story went back from {moment} to {following}")
                heapq.heappush(self._waiting, (following, place, story))
            if after_each is not None:
                after_each(len(self._waiting))
        return acts
