"""``ethics-publicity``: the code of ethics was made known (通知 一（二）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import rows_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    if not rows_at(facts.fields, "publicity"):
        yield Found("publicity", "没有填写宣传情况。")


RULE = Rule(
    id="ethics-publicity",
    title="职业道德准则的宣传",
    materials=frozenset({Material.ETHICS_CODE}),
    severity=Severity.HINT,
    source="一-2-2",
    remedy="做过宣讲、培训、公众号推送的，请填写方式、日期和覆盖范围。",
    look=look,
)
