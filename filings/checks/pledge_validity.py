"""``pledge-validity``: a pledge holds for some time after it was signed (通知 一（四）第1句)."""

from collections.abc import Iterator

from ..materials import Material
from ..procedure import day_at
from .facts import Facts, Severity
from .reading import shown
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    until = day_at(facts.fields, "valid_until")
    signed = day_at(facts.fields, "signed_on")
    if until and signed and until <= signed:
        yield Found("valid_until", "有效期在签署日期之前就结束了。")
    elif until and until < facts.today:
        yield Found("valid_until", f"有效期到{shown(until)}，已经过了。")


RULE = Rule(
    id="pledge-validity",
    title="承诺书在有效期内",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.MUST_FIX,
    source="一-4-1",
    remedy="请核对有效期；已经到期的，请重新签署。",
    look=look,
)
