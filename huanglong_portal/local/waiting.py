"""Waiting for a fact, with an end to the patience."""

import time
from collections.abc import Callable


def wait_until(fact: Callable[[], bool], *, seconds: float, step: float = 0.1) -> bool:
    """True as soon as `fact()` is; False when it did not come true within `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if fact():
            return True
        time.sleep(step)
    return fact()
