"""``fee-voluntary``: what is not the membership fee is taken freely (通知 一（四）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .fees import is_membership_fee
from .reading import rows_at, text_at, value_at
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    for row in rows_at(facts.fields, "fees"):
        item = text_at(row, "item")
        if item and not is_membership_fee(row) and value_at(row, "voluntary") is not True:
            yield Found("fees", f"“{item}”没有写明由服务对象自愿接受。", item)


RULE = Rule(
    id="fee-voluntary",
    title="服务收费出于自愿",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-4-2",
    remedy="不强行服务：服务收费应当由对方自愿选择。请核对；依法必须收取的，请说明依据。",
    look=look,
    among_members=True,
)
