"""``standard-issuer``: a district association issues no 国家标准 or 行业标准 (标准化法 11、12)."""

from collections.abc import Iterator

from ..materials import Material
from ..presentation import STANDARD_KINDS
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule

# Kinds that authorities publish: there an association takes part in drafting, or adopts.
_OF_AUTHORITIES = frozenset({"national", "industry"})


def look(facts: Facts) -> Iterator[Found]:
    kind = text_at(facts.fields, "standard_kind")
    if kind in _OF_AUTHORITIES and text_at(facts.fields, "role") == "lead":
        yield Found(
            "role",
            f"{STANDARD_KINDS[kind]}由国务院有关部门制定，本会的角色应当是参编或者采用。",
        )


RULE = Rule(
    id="standard-issuer",
    title="标准类别与本会角色相符",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.MUST_FIX,
    source="《标准化法》第十二条",
    remedy="本会自己制定发布的，请选“团体标准”；参加起草或者执行的，请改选角色。",
    look=look,
)
