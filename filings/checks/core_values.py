"""``core-values``: the code of ethics rests on the core values (通知 一（二）第1句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import whole_text
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    text = whole_text(facts)
    if text and "社会主义核心价值观" not in text:
        yield Found("body", "全文没有写到社会主义核心价值观。")


RULE = Rule(
    id="core-values",
    title="体现社会主义核心价值观",
    materials=frozenset({Material.ETHICS_CODE}),
    severity=Severity.HINT,
    source="一-2-1",
    remedy="建议在总则中写明按照社会主义核心价值观的要求制定。",
    look=look,
)
