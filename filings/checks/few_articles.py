"""``few-articles``: a convention is more than a slogan (通知 一（一）第1、3句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .rule import Found, Rule

FEWEST = 10


def look(facts: Facts) -> Iterator[Found]:
    articles = sum(block.type == "article" for block in facts.blocks)
    points = articles or sum(block.type in ("heading", "item") for block in facts.blocks)
    if facts.blocks and points < FEWEST:
        yield Found("body", f"正文只读到 {points} 条，内容可能不全。")


RULE = Rule(
    id="few-articles",
    title="规约内容完整",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-3",
    remedy="请核对是否读全；自律规约一般包括总则、自律内容、监督与惩戒、附则。",
    look=look,
)
