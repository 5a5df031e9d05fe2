"""``sanctions-covered``: the convention provides the five measures (通知 一（一）第4句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import whole_text
from .rule import Found, Rule

MEASURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("警告", ("警告",)),
    ("行业内通报批评", ("通报批评",)),
    ("公开谴责", ("公开谴责",)),
    ("取消会员资格", ("取消会员资格", "取消其会员资格", "除名")),
    (
        "向有关部门通报",
        ("向有关部门通报", "通报有关部门", "向有关部门报告", "移送有关部门", "向主管部门通报"),
    ),
)


def look(facts: Facts) -> Iterator[Found]:
    text = whole_text(facts)
    missing = [name for name, words in MEASURES if not any(word in text for word in words)]
    if text and missing:
        yield Found("body", f"没有规定{'、'.join(missing)}。", "、".join(missing))


RULE = Rule(
    id="sanctions-covered",
    title="五种惩戒措施",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-4",
    remedy="请按情节轻重规定警告、行业内通报批评、公开谴责、取消会员资格、向有关部门通报；不规定的请说明。",
    look=look,
    among_members=True,
)
