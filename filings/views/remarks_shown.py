"""An officer's remark as the filer sees it: the office speaks, not a person."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Remark


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """What the partial ``remark.html`` draws."""

    number: int
    place: str
    text: str
    at: dt.datetime
    answer: str


def shown(remark: Remark) -> ShownRemark:
    """One remark with its answer in words."""
    return ShownRemark(remark.number, remark.place, remark.text, remark.at, answer_words(remark))


def answer_words(remark: Remark) -> str:
    """“已修改”, “不改，……”, or nothing while it is open."""
    if remark.answer == Remark.Answer.CHANGED:
        return f"已修改。{remark.answer_text}"
    return f"不改。{remark.answer_text}" if remark.answer else ""


def shown_by_anchor(remarks: Iterable[Remark]) -> dict[str, list[ShownRemark]]:
    """Remarks by the place they concern."""
    found: dict[str, list[ShownRemark]] = defaultdict(list)
    for remark in remarks:
        found[remark.anchor].append(shown(remark))
    return dict(found)
