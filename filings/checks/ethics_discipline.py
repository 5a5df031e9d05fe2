"""``ethics-discipline``: something follows a breach of the code (通知 一（二）第3句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    if not text_at(facts.fields, "discipline"):
        yield Found("discipline", "没有写明违反准则怎样处理。")


RULE = Rule(
    id="ethics-discipline",
    title="职业道德惩戒机制",
    materials=frozenset({Material.ETHICS_CODE}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-2-3",
    remedy="请写明由谁受理、怎样认定、怎样处理；还在探索的，请如实说明。",
    look=look,
)
