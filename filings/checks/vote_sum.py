"""``vote-sum``: no more votes were cast than people were present."""

from collections.abc import Iterator

from .. import procedure
from ..materials import Material
from .facts import Facts, Severity
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    vote = procedure.vote_of(facts.fields)
    if vote.present is not None and vote.cast > vote.present:
        yield Found(
            "assembly.for", f"赞成、反对、弃权合计 {vote.cast} 票，多于实到 {vote.present} 人。"
        )


RULE = Rule(
    id="vote-sum",
    title="票数不多于实到人数",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.MUST_FIX,
    source="本会章程",
    remedy="请核对赞成、反对、弃权的票数和实到人数。",
    look=look,
)
