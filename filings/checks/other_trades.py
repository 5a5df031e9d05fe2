"""``other-trades``: the text speaks of its own trade (通知 一（一）第3句：符合本行业特点)."""

from collections.abc import Iterator

from ..likeness import other_trades
from .facts import Facts, Severity
from .reading import whole_text
from .rule import WITH_BODY, Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    about = facts.association
    for trade, times in other_trades(whole_text(facts), industry=about.industry, name=about.name):
        yield Found("body", f"正文有 {times} 处把本行业写成了“{trade}”。", trade)


RULE = Rule(
    id="other-trades",
    title="写的是本行业",
    materials=WITH_BODY,
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-3",
    remedy="借用其他行业文本的，请改成本行业的名称和特点；本会确实包括这个行业的，请说明。",
    look=look,
)
