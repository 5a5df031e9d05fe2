"""``majority``: as many agreed as the charter asks for (章程; 通知 一（一）第2句)."""

from collections.abc import Iterator

from .. import procedure
from ..materials import Material
from .facts import Facts, Severity
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    vote = procedure.vote_of(facts.fields)
    if vote.present is None or vote.in_favour is None:
        return
    needed = procedure.needed_in_favour(vote.present, facts.association.majority)
    if vote.in_favour < needed:
        yield Found(
            "assembly.for",
            f"实到 {vote.present} 人，赞成 {vote.in_favour} 票，没有达到通过所需的 {needed} 票。",
        )


RULE = Rule(
    id="majority",
    title="赞成票数达到章程要求",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.MUST_FIX,
    source="本会章程",
    remedy="请核对表决结果；没有通过的，修改后重新提交会员（代表）大会审议。",
    look=look,
)
