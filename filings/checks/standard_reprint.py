"""``standard-reprint``: texts that authorities or others publish are listed, not reprinted."""

from collections.abc import Iterator

from ..materials import Material
from ..presentation import STANDARD_KINDS
from .facts import Facts, Severity
from .reading import text_at, whole_text
from .rule import Found, Rule

_NOT_OURS = frozenset({"national", "industry"})


def look(facts: Facts) -> Iterator[Found]:
    kind = text_at(facts.fields, "standard_kind")
    if kind in _NOT_OURS and whole_text(facts).strip():
        yield Found("body", f"{STANDARD_KINDS[kind]}的正文不编入汇编，只列入一览表。")


RULE = Rule(
    id="standard-reprint",
    title="国家标准、行业标准只列目录",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.HINT,
    source="三-1",
    remedy="可以保留正文供审核；汇编和公开页面只显示编号、名称和主要内容。",
    look=look,
)
