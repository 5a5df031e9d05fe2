"""``pledge-focus``: what is offered, how and to whom is promised openly (通知 一（四）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from ..pledge_promises import FOCUS
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    for key, name in FOCUS:
        if not text_at(facts.fields, key):
            yield Found(key, f"还没有写“{name}”。")


RULE = Rule(
    id="pledge-focus",
    title="服务内容、方式、对象公开承诺",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.MUST_FIX,
    source="一-4-2",
    remedy="请如实填写；审定后向社会公开。",
    look=look,
)
