"""``fee-decided``: the membership fee was decided by the assembly (国办发〔2020〕21号)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .fees import membership_fees
from .reading import text_at
from .rule import Found, Rule

_ASSEMBLY = ("会员大会", "会员代表大会", "会员（代表）大会", "会员(代表)大会", "代表大会")


def look(facts: Facts) -> Iterator[Found]:
    for row in membership_fees(facts):
        item, by = text_at(row, "item"), text_at(row, "decided_by")
        if not any(word in by for word in _ASSEMBLY):
            said = f"写的是“{by}”" if by else "没有写"
            yield Found("fees", f"“{item}”由哪次会员（代表）大会决定，{said}。", item)
        elif not text_at(row, "decided_on"):
            yield Found("fees", f"“{item}”没有写大会通过的日期。", item)


RULE = Rule(
    id="fee-decided",
    title="会费由会员（代表）大会决定",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.MUST_FIX,
    source="国办发〔2020〕21号",
    remedy="请填写通过会费标准的会员（代表）大会名称和日期；没有经过大会表决的，不得收取会费。",
    look=look,
    among_members=True,
)
