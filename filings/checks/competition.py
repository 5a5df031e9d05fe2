"""``competition``: nothing in the text excludes or restricts competition (通知 一（一）第2句).

The screen is advice. What it is fairly sure of is asked about; what only looks alike is a hint.
Cases tell what happened and are not rules, so they are not screened.
"""

from collections.abc import Iterator

from ..materials import Material
from ..screening import CATEGORIES, Hit, screen
from .facts import Facts, Severity
from .rule import WITH_BODY, Found, Rule

ASKED_FROM = 0.65
_PLAINLY = 0.8


def _hits(facts: Facts) -> Iterator[Hit]:
    """The hits that are about competition; fines and deposits have a rule of their own.

    A pledge speaks of the association's own charges, so there only the plainest words about
    prices count.
    """
    for hit in screen(facts.blocks):
        about_prices = hit.category == "price_fixing"
        if facts.material == Material.PLEDGE and about_prices and hit.certainty < _PLAINLY:
            continue
        if hit.category != "coercion":
            yield hit


def _found(hit: Hit) -> Found:
    return Found(
        hit.anchor,
        f"可能{CATEGORIES[hit.category].label}（{hit.certainty:.0%}）：{hit.why}。{hit.advice}",
        hit.text,
    )


def look(facts: Facts) -> Iterator[Found]:
    return (_found(hit) for hit in _hits(facts) if hit.certainty >= ASKED_FROM)


def look_closer(facts: Facts) -> Iterator[Found]:
    return (_found(hit) for hit in _hits(facts) if hit.certainty < ASKED_FROM)


_REMEDY = (
    "请修改；确有依据的请说明。筛查是提示不是结论，是否构成垄断由市场监督管理部门认定，"
    "拿不准的请先征求意见。"
)

RULE = Rule(
    id="competition",
    title="不含排除、限制竞争的内容",
    materials=WITH_BODY | {Material.STANDARD, Material.PLEDGE},
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-2",
    remedy=_REMEDY,
    look=look,
)

HINT = Rule(
    id="competition-hint",
    title="措辞与限制竞争的条款相近",
    materials=WITH_BODY,
    severity=Severity.HINT,
    source="一-1-2",
    remedy=_REMEDY,
    look=look_closer,
)
