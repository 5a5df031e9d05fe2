"""``fee-tiers``: the membership fee has four tiers at most (国办发〔2020〕21号)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .fees import membership_fees
from .rule import Found, Rule

MOST = 4


def look(facts: Facts) -> Iterator[Found]:
    tiers = len(membership_fees(facts))
    if tiers > MOST:
        yield Found("fees", f"会费分了 {tiers} 档，一般不超过 {MOST} 档。")


RULE = Rule(
    id="fee-tiers",
    title="会费不超过四档",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.MUST_FIX,
    source="国办发〔2020〕21号",
    remedy="请合并会费档次，同一档次不再细分；调整会费须经会员（代表）大会无记名投票表决。",
    look=look,
)
