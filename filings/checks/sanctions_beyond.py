"""``sanctions-beyond``: fines and deposits are no measure of the notice (一（一）第4句)."""

from collections.abc import Iterator

from ..materials import Material
from ..screening import screen
from .facts import Facts, Severity
from .rule import WITH_BODY, Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    for hit in screen(facts.blocks):
        if hit.category == "coercion":
            yield Found(hit.anchor, f"惩戒种类超出通知的五种：{hit.why}。", hit.text)


RULE = Rule(
    id="sanctions-beyond",
    title="惩戒不超出五种措施",
    materials=WITH_BODY | {Material.PLEDGE},
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-4",
    remedy="请删去罚款、违约金、保证金和强制收费的内容，惩戒限于通知规定的五种措施。",
    look=look,
)
