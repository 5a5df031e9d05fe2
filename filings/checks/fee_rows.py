"""``fee-rows``: every fee says for what, how much, per what and on what basis (一（四）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import rows_at, text_at
from .rule import Found, Rule

COLUMNS = (("item", "项目"), ("amount", "标准"), ("unit", "单位"), ("basis", "依据"))


def look(facts: Facts) -> Iterator[Found]:
    for place, row in enumerate(rows_at(facts.fields, "fees"), start=1):
        missing = [name for key, name in COLUMNS if not text_at(row, key)]
        if missing:
            item = text_at(row, "item") or f"第 {place} 行"
            yield Found("fees", f"收费“{item}”还缺{'、'.join(missing)}。", item)


RULE = Rule(
    id="fee-rows",
    title="收费表填写完整",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.MUST_FIX,
    source="一-4-2",
    remedy="每一项收费都要写明项目、标准、单位和依据。",
    look=look,
)
