"""How a convention comes about (通知 一（一）第2句), and the arithmetic of its assembly.

征求意见 → 专家论证 → 会员（代表）大会 → 颁布 → 实施. Quorum and majority are parameters of each
association's own charter; the usual ones (章程示范文本) are two thirds present and more than half
of those present in favour.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from huanglong_portal.common.numerals import to_chinese

QUORUM = (2, 3)
MAJORITY = (1, 2)

# The steps in their order: path in the fields, and what the day is called.
STEPS: tuple[tuple[str, str], ...] = (
    ("consultation.from", "征求意见开始"),
    ("consultation.to", "征求意见结束"),
    ("experts.date", "专家论证"),
    ("assembly.date", "会员（代表）大会"),
    ("promulgated_on", "颁布"),
    ("effective_on", "施行"),
)


@dataclass(frozen=True, slots=True)
class Vote:
    """The figures of an assembly. None means not told."""

    due: int | None = None
    present: int | None = None
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None

    @property
    def cast(self) -> int:
        """The votes told of, whatever they were."""
        return (self.in_favour or 0) + (self.against or 0) + (self.abstaining or 0)


def vote_of(fields: Mapping[str, Any]) -> Vote:
    """The figures a convention's fields hold; what is no whole number counts as not told."""
    assembly = fields.get("assembly")
    told = assembly if isinstance(assembly, Mapping) else {}
    return Vote(
        due=_count(told.get("due")),
        present=_count(told.get("present")),
        in_favour=_count(told.get("for")),
        against=_count(told.get("against")),
        abstaining=_count(told.get("abstain")),
    )


def needed_present(due: int, quorum: tuple[int, int] = QUORUM) -> int:
    """How many of ``due`` must come: at least the quorum's share (以上 includes the number)."""
    numerator, denominator = quorum
    return -(-due * numerator // denominator)


def needed_in_favour(present: int, majority: tuple[int, int] = MAJORITY) -> int:
    """How many of those present must agree.

    A share of one half means more than half (过半数); any other share is “以上” and includes it.
    """
    numerator, denominator = majority
    if 2 * numerator == denominator:
        return present // 2 + 1
    return -(-present * numerator // denominator)


def share(ratio: tuple[int, int]) -> str:
    """How a share is said: (2, 3) → 三分之二, (1, 2) → 二分之一."""
    numerator, denominator = ratio
    return f"{to_chinese(denominator)}分之{to_chinese(numerator)}"


def days_of(fields: Mapping[str, Any]) -> list[tuple[str, str, dt.date]]:
    """The steps whose day is told: (path, name, day), in the order they ought to have."""
    told = []
    for path, name in STEPS:
        day = day_at(fields, path)
        if day is not None:
            told.append((path, name, day))
    return told


def day_at(fields: Mapping[str, Any], path: str) -> dt.date | None:
    """The day at a dotted path, None if there is none or it is no ISO date."""
    value: Any = fields
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
