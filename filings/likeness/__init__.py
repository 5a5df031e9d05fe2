"""Likeness: how much of a text is somebody else's, and what of theirs was left in it."""

from .comparing import Likeness, Match, compare
from .leftovers import other_names, other_trades
from .sketch import Sketch, estimate, sketch

__all__ = [
    "Likeness",
    "Match",
    "Sketch",
    "compare",
    "estimate",
    "other_names",
    "other_trades",
    "sketch",
]
