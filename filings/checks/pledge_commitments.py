"""``pledge-commitments``: the six promises of the notice are made (通知 一（四）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from ..pledge_promises import COMMITMENTS
from .facts import Facts, Severity
from .reading import value_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    for key, name, _ in COMMITMENTS:
        if value_at(facts.fields, f"commitments.{key}") is not True:
            yield Found(f"commitments.{key}", f"还没有承诺“{name}”。")


RULE = Rule(
    id="pledge-commitments",
    title="六项承诺",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.MUST_FIX,
    source="一-4-2",
    remedy="通知要求作出这项承诺，请核对后勾选。",
    look=look,
)
