"""``member-masked``: a member that may not be named is not given away by the text (通知 三).

Where the name itself stands, the portal masks it when it publishes and prints; what the rule
points to are the places, so that the filer can see them.
"""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import passages, text_at
from .rule import Found, Rule

_SHORTEST = 2


def look(facts: Facts) -> Iterator[Found]:
    name = text_at(facts.fields, "member_name")
    if len(name) < _SHORTEST or facts.fields.get("may_name_member"):
        return
    if name in facts.title:
        yield Found("title", f"名称里写出了“{name}”，公开和编印时会隐去。", name)
    for path in ("facts", "handling", "effect"):
        if name in text_at(facts.fields, path):
            yield Found(path, f"这里写出了“{name}”，公开和编印时会隐去。", f"{path}：{name}")
    for anchor, _, words in passages(facts):
        if name in words:
            yield Found(anchor, f"正文写出了“{name}”，公开和编印时会隐去。", words)


RULE = Rule(
    id="member-masked",
    title="不公开名称的会员已隐去",
    materials=frozenset({Material.CASE}),
    severity=Severity.HINT,
    source="三-1",
    remedy="建议改写成“某会员单位”；会员同意公开的，请勾选可以写出会员名称。",
    look=look,
)
