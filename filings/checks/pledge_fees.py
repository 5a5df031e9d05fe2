"""``pledge-fees``: the fourth focus of a pledge, the fees, is told (通知 一（四）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import rows_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    if not rows_at(facts.fields, "fees"):
        yield Found("fees", "收费标准是空的。")


RULE = Rule(
    id="pledge-fees",
    title="收费标准公开承诺",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-4-2",
    remedy="请列出会费和每一项收费；确实不收任何费用的，请说明。",
    look=look,
)
