"""``standard-stage``: a standard in drafting has a stage and a planned day (通知 三)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule

_IN_WORK = frozenset({"drafting", "revising"})
_NEEDED = (("stage", "在研阶段"), ("planned_on", "预计发布日期"))


def look(facts: Facts) -> Iterator[Found]:
    if text_at(facts.fields, "status") in _IN_WORK:
        for path, name in _NEEDED:
            if not text_at(facts.fields, path):
                yield Found(path, f"在研、修订中的标准请填写“{name}”。")


RULE = Rule(
    id="standard-stage",
    title="在研标准的阶段和计划",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.MUST_FIX,
    source="三-1",
    remedy="请填写现在的阶段和预计发布日期，以后可以随进度更新。",
    look=look,
)
