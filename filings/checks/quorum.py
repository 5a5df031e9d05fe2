"""``quorum``: as many came to the assembly as the charter asks for (章程; 通知 一（一）第2句)."""

from collections.abc import Iterator

from .. import procedure
from ..materials import Material
from .facts import Facts, Severity
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    vote = procedure.vote_of(facts.fields)
    if vote.due is None or vote.present is None:
        return
    needed = procedure.needed_present(vote.due, facts.association.quorum)
    if vote.present > vote.due:
        yield Found("assembly.present", f"实到 {vote.present} 人，多于应到 {vote.due} 人。")
    elif vote.present < needed:
        yield Found(
            "assembly.present",
            f"应到 {vote.due} 人，实到 {vote.present} 人，不到"
            f"{procedure.share(facts.association.quorum)}（{needed} 人）。",
        )


RULE = Rule(
    id="quorum",
    title="大会出席人数达到章程要求",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.MUST_FIX,
    source="本会章程",
    remedy="请核对签到表上的人数；出席人数不够的，应当重新召开会议。",
    look=look,
)
