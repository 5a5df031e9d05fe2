"""``future-dates``: what is said to have happened has happened."""

from collections.abc import Iterator

from .. import procedure
from ..materials import Material
from .facts import Facts, Severity
from .reading import rows_at, shown
from .rule import ALL, Found, Rule

PAST: dict[str, tuple[tuple[str, str], ...]] = {
    Material.CONVENTION: (
        ("consultation.from", "征求意见开始日期"),
        ("consultation.to", "征求意见结束日期"),
        ("experts.date", "专家论证日期"),
        ("assembly.date", "大会日期"),
        ("adopted_on", "通过日期"),
        ("promulgated_on", "颁布日期"),
    ),
    Material.ETHICS_CODE: (("adopted_on", "通过日期"),),
    Material.STANDARD: (("published_on", "发布日期"),),
    Material.PLEDGE: (("signed_on", "签署日期"),),
    Material.CASE: (("happened_on", "发生日期"),),
}
_IN_ROWS: dict[str, tuple[str, str, str]] = {
    Material.ETHICS_CODE: ("publicity", "date", "宣传日期"),
    Material.PLEDGE: ("fees", "decided_on", "收费标准的通过日期"),
}


def look(facts: Facts) -> Iterator[Found]:
    for path, name in PAST[Material(facts.material)]:
        day = procedure.day_at(facts.fields, path)
        if day and day > facts.today:
            yield Found(path, f"{name}（{shown(day)}）还没有到。")
    if facts.material in _IN_ROWS:
        table, column, name = _IN_ROWS[Material(facts.material)]
        for row in rows_at(facts.fields, table):
            day = procedure.day_at(row, column)
            if day and day > facts.today:
                yield Found(table, f"{name}（{shown(day)}）还没有到。", day.isoformat())


RULE = Rule(
    id="future-dates",
    title="日期没有写到将来",
    materials=ALL,
    severity=Severity.MUST_FIX,
    source="填报要求",
    remedy="请核对日期；还没有发生的事项，等完成以后再填报。",
    look=look,
)
