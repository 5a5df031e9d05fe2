"""``case-sanction``: a case of discipline names the measure and its article (一（一）第4句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule

_NEEDED = (("sanction", "采取的惩戒措施"), ("article", "依据自律规约第几条"))


def look(facts: Facts) -> Iterator[Found]:
    if text_at(facts.fields, "case_kind") == "sanction":
        for path, name in _NEEDED:
            if not text_at(facts.fields, path):
                yield Found(path, f"惩戒案例请填写“{name}”。")


RULE = Rule(
    id="case-sanction",
    title="惩戒案例写明措施和依据",
    materials=frozenset({Material.CASE}),
    severity=Severity.MUST_FIX,
    source="一-1-4",
    remedy="请填写五种措施中的哪一种、依据自律规约第几条。",
    look=look,
    among_members=True,
)
