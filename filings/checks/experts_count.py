"""``experts-count``: three experts or more looked at the draft (通知 一（一）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import rows_at, text_at
from .rule import Found, Rule

USUAL = 3


def look(facts: Facts) -> Iterator[Found]:
    named = [row for row in rows_at(facts.fields, "experts.members") if text_at(row, "name")]
    if text_at(facts.fields, "experts.date") and len(named) < USUAL:
        yield Found("experts.members", f"填写了 {len(named)} 位专家，一般不少于 {USUAL} 位。")


RULE = Rule(
    id="experts-count",
    title="论证专家不少于三位",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.HINT,
    source="一-1-2",
    remedy="请补充参加论证的专家姓名和单位职务；确实只有这些的，可以不改。",
    look=look,
)
