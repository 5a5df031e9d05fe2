"""◇ A computed score: a total and the lines that add up to it exactly."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

# What a line that earned nothing says about itself.
MISSING = ""
VETOED = "vetoed"
NOT_APPLICABLE = "not_applicable"
NOT_RECORDED = "not_recorded"
NOT_FAVOURABLE = "not_favourable"
NOT_LOWERING = "not_lowering"

PROBATION = "probation"
TOO_LITTLE = "too_little"
NO_BAND = "N"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the bill: ``points`` in 0.01, the facts it rests on, and until when it stays."""

    id: str
    points: int
    keys: tuple[str, ...] = ()
    until: dt.date | None = None
    note: str = MISSING

    def to_json(self) -> list[Any]:
        """A short list; ``from_json`` reads it back."""
        return [
            self.id,
            self.points,
            list(self.keys),
            self.until.isoformat() if self.until else None,
            self.note,
        ]

    @classmethod
    def from_json(cls, data: list[Any]) -> "Line":
        """Read what ``to_json`` wrote."""
        line_id, points, keys, until, note = data
        return cls(
            line_id, points, tuple(keys), dt.date.fromisoformat(until) if until else None, note
        )


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """``total`` after caps and ``uncapped`` before them, in 0.01 points; the band and its lines.

    ``applicable`` is the maximum of the indicators that count. ``reason`` says why there is no
    band (N): a new registration, or too few applicable points.
    """

    total: int
    uncapped: int
    applicable: int
    band: str
    reason: str
    lines: tuple[Line, ...]
