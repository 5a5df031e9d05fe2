"""``procedure-files``: each step has its evidence (通知 一（一）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import value_at
from .rule import Found, Rule

EVIDENCE = (
    ("consultation", "征求意见"),
    ("experts", "专家论证"),
    ("assembly", "会员（代表）大会"),
)


def look(facts: Facts) -> Iterator[Found]:
    given = {file.role for file in facts.attachments}
    for role, name in EVIDENCE:
        if role not in given and value_at(facts.fields, role):
            yield Found("attachments", f"没有附上{name}的佐证材料。", name)


RULE = Rule(
    id="procedure-files",
    title="制定程序附有佐证",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.HINT,
    source="一-1-2",
    remedy="建议附上通知、意见汇总、论证意见、签到表、决议等材料的照片或者扫描件。",
    look=look,
    among_members=True,
)
