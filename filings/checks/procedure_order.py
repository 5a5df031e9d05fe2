"""``procedure-order``: the steps were taken in the notice's order (通知 一（一）第2句)."""

from collections.abc import Iterator
from itertools import pairwise

from .. import procedure
from ..materials import Material
from .facts import Facts, Severity
from .reading import shown
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    for (_, before, first), (path, after, second) in pairwise(procedure.days_of(facts.fields)):
        if second < first:
            yield Found(
                path, f"{after}（{shown(second)}）早于{before}（{shown(first)}），先后次序不对。"
            )


RULE = Rule(
    id="procedure-order",
    title="制定程序先后有序",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.MUST_FIX,
    source="一-1-2",
    remedy="次序应为：征求意见、专家论证、会员（代表）大会审议、颁布、施行。请核对日期。",
    look=look,
)
