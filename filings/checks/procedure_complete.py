"""``procedure-complete``: heard, advised upon, voted, promulgated (通知 一（一）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule

EVIDENCE: tuple[tuple[str, str], ...] = (
    ("consultation.from", "征求意见的开始日期"),
    ("consultation.to", "征求意见的结束日期"),
    ("consultation.audience", "向谁征求意见"),
    ("experts.date", "专家论证的日期"),
    ("experts.conclusion", "专家论证的结论"),
    ("assembly.name", "会员（代表）大会的名称"),
    ("assembly.date", "会员（代表）大会的日期"),
    ("assembly.due", "应到人数"),
    ("assembly.present", "实到人数"),
    ("assembly.for", "赞成票数"),
    ("promulgated_on", "颁布日期"),
)


def look(facts: Facts) -> Iterator[Found]:
    for path, name in EVIDENCE:
        if not text_at(facts.fields, path):
            yield Found(path, f"制定程序还缺“{name}”。")


RULE = Rule(
    id="procedure-complete",
    title="制定程序有据可查",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.MUST_FIX,
    source="一-1-2",
    remedy="请按征求意见、专家论证、会员（代表）大会审议、颁布的实际情况填写；还没有做的，请先补做。",
    look=look,
    among_members=True,
)
