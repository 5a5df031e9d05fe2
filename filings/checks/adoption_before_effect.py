"""``adoption-before-effect``: a code of ethics takes effect after it was adopted."""

from collections.abc import Iterator

from ..materials import Material
from ..procedure import day_at
from .facts import Facts, Severity
from .reading import shown
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    adopted = day_at(facts.fields, "adopted_on")
    effective = day_at(facts.fields, "effective_on")
    if adopted and effective and effective < adopted:
        yield Found(
            "effective_on",
            f"施行日期（{shown(effective)}）早于通过日期（{shown(adopted)}）。",
        )


RULE = Rule(
    id="adoption-before-effect",
    title="先通过后施行",
    materials=frozenset({Material.ETHICS_CODE}),
    severity=Severity.MUST_FIX,
    source="填报要求",
    remedy="请核对通过日期和施行日期。",
    look=look,
)
