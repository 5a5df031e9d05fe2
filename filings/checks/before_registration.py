"""``before-registration``: nothing was adopted before the association existed."""

from collections.abc import Iterator

from ..materials import Material
from ..procedure import day_at
from .facts import Facts, Severity
from .reading import shown
from .rule import Found, Rule

_DAYS = (
    ("adopted_on", "通过日期"),
    ("assembly.date", "大会日期"),
    ("signed_on", "签署日期"),
)


def look(facts: Facts) -> Iterator[Found]:
    registered = facts.association.registered_on
    for path, name in _DAYS:
        day = day_at(facts.fields, path)
        if registered and day and day < registered:
            yield Found(path, f"{name}（{shown(day)}）早于成立登记日期（{shown(registered)}）。")


RULE = Rule(
    id="before-registration",
    title="日期不早于成立登记",
    materials=frozenset({Material.CONVENTION, Material.ETHICS_CODE, Material.PLEDGE}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-4-1",
    remedy="请核对日期；由筹备组织制定、成立后沿用的，请说明。",
    look=look,
)
