"""``standard-content``: the text of a standard, or what it demands in short, is there."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import text_at, whole_text
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    if not text_at(facts.fields, "essentials") and not whole_text(facts).strip():
        yield Found("essentials", "还没有标准的正文，也没有写主要内容。")


RULE = Rule(
    id="standard-content",
    title="标准有正文或者主要内容",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.MUST_FIX,
    source="一-3-1",
    remedy="请上传标准正文，或者用三五句话写明适用范围和主要要求。",
    look=look,
)
