"""``adoption-day``: the day of adoption is the day of the assembly (通知 一（一）第2句)."""

from collections.abc import Iterator

from .. import procedure
from ..materials import Material
from .facts import Facts, Severity
from .reading import shown
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    adopted = procedure.day_at(facts.fields, "adopted_on")
    met = procedure.day_at(facts.fields, "assembly.date")
    if adopted and met and adopted != met:
        yield Found(
            "adopted_on", f"通过日期是{shown(adopted)}，大会日期是{shown(met)}，两者不一致。"
        )


RULE = Rule(
    id="adoption-day",
    title="通过日期与大会日期一致",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-2",
    remedy="自律规约由会员（代表）大会审议通过，请核对两个日期。",
    look=look,
)
