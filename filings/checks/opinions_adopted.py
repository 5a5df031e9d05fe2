"""``opinions-adopted``: no more opinions are adopted than were received (通知 一（一）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import value_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    received = value_at(facts.fields, "consultation.received")
    adopted = value_at(facts.fields, "consultation.adopted")
    if isinstance(received, int) and isinstance(adopted, int) and adopted > received:
        yield Found("consultation.adopted", f"采纳 {adopted} 条，多于收到的 {received} 条。")


RULE = Rule(
    id="opinions-adopted",
    title="采纳数不多于收到数",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.MUST_FIX,
    source="一-1-2",
    remedy="请核对收到和采纳的意见条数。",
    look=look,
)
