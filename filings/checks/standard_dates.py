"""``standard-dates``: the days of a standard fit its status."""

from collections.abc import Iterator

from ..materials import Material
from ..procedure import day_at
from .facts import Facts, Severity
from .reading import shown, text_at
from .rule import Found, Rule

_PUBLISHED = frozenset({"in_force", "upcoming"})


def look(facts: Facts) -> Iterator[Found]:
    status = text_at(facts.fields, "status")
    published = day_at(facts.fields, "published_on")
    effective = day_at(facts.fields, "effective_on")
    planned = day_at(facts.fields, "planned_on")
    if status in _PUBLISHED:
        if not published:
            yield Found("published_on", "已经发布的标准请填写发布日期。")
        if not effective:
            yield Found("effective_on", "已经发布的标准请填写实施日期。")
    if published and effective and effective < published:
        yield Found(
            "effective_on", f"实施日期（{shown(effective)}）早于发布日期（{shown(published)}）。"
        )
    if status == "in_force" and effective and effective > facts.today:
        yield Found("status", f"{shown(effective)}才实施，状态应当是“即将实施”。")
    if status == "upcoming" and effective and effective <= facts.today:
        yield Found("status", f"{shown(effective)}已经实施，状态应当是“现行”。")
    if status == "drafting" and planned and planned < facts.today:
        yield Found("planned_on", f"预计发布日期（{shown(planned)}）已经过了。")


RULE = Rule(
    id="standard-dates",
    title="标准的日期与状态相符",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.MUST_FIX,
    source="三-1",
    remedy="请核对状态和日期。",
    look=look,
)
