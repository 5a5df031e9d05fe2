"""``other-names``: no other association's name is left over from somebody else's text."""

import re
from collections.abc import Iterator

from ..likeness import other_names
from .facts import Facts, Severity
from .reading import passages
from .rule import ALL, Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    told: set[str] = set()
    for anchor, _, words in [("title", None, facts.title), *passages(facts)]:
        for name in other_names(re.sub(r"\s+", "", words), own=facts.association.name):
            if name not in told:
                told.add(name)
                yield Found(anchor, f"这里写的是“{name}”，不是本会的名称。", name)


RULE = Rule(
    id="other-names",
    title="没有遗留其他协会的名称",
    materials=ALL,
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-3",
    remedy="借用其他文本的，请改成本会的名称和本行业的情况；确实要提到的，请说明。",
    look=look,
)
