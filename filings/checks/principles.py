"""``principles``: the convention speaks of the three principles (通知 一（一）第2句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import whole_text
from .rule import Found, Rule

PRINCIPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("公平公正", ("公平公正", "公平、公正", "公平与公正", "公正、公平", "公平、公开、公正")),
    ("诚实信用", ("诚实信用", "诚实守信", "诚信")),
    ("正当竞争", ("正当竞争", "公平竞争", "依法竞争", "有序竞争", "反不正当竞争", "不正当竞争")),
)


def look(facts: Facts) -> Iterator[Found]:
    text = whole_text(facts)
    for principle, words in PRINCIPLES:
        if text and not any(word in text for word in words):
            yield Found("body", f"全文没有写到“{principle}”的原则。", principle)


RULE = Rule(
    id="principles",
    title="体现三项原则",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-2",
    remedy="请在总则或者有关条款中写明公平公正、诚实信用和正当竞争的原则。",
    look=look,
    among_members=True,
)
