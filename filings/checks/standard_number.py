"""``standard-number``: the number has the form of its kind (标准化法 第二十四条)."""

import re
import unicodedata
from collections.abc import Iterator

from ..materials import Material
from ..presentation import STANDARD_KINDS
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule

_TAIL = r"(?P<sequence>\d{1,6}(?:\.\d{1,3})?)-(?P<year>\d{4})"
FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    "national": (re.compile(rf"GB(?:/T|/Z)? {_TAIL}"), "GB/T 9704—2012"),
    "industry": (re.compile(rf"(?!GB|DB)[A-Z]{{2}}(?:/T|/Z)? {_TAIL}"), "SB/T 10000—2020"),
    "local": (re.compile(rf"DB\d{{2}}(?:\d{{2}})?(?:/T)? {_TAIL}"), "DB41/T 2000—2020"),
    "group": (re.compile(rf"T/[A-Z][A-Z0-9]{{1,11}} {_TAIL}"), "T/PYHL 001—2024"),
    "enterprise": (
        re.compile(r"Q/[A-Z0-9一-龥]{2,12} [A-Z0-9]{1,8}(?:\.\d{1,3})?-(?P<year>\d{4})"),
        "Q/HLSY 001—2024",
    ),
}
_NUMBERED = frozenset({"in_force", "upcoming", "revising", "replaced", "abolished"})


def levelled(number: str) -> str:
    """A number with one blank, a plain hyphen and half-width letters: T/PYHL 001-2024."""
    text = unicodedata.normalize("NFKC", number).upper()
    text = re.sub(r"\s*[-‐‑‒–—―－]+\s*", "-", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"^([A-Z]+\d*(?:/[A-Z0-9一-龥]+)??) ?(\d+(?:\.\d+)?-\d{4})$", r"\1 \2", text)


def year_of(kind: str, number: str) -> int | None:
    """The year in a well-formed number, None otherwise."""
    if kind not in FORMS:
        return None
    match = FORMS[kind][0].fullmatch(levelled(number))
    return int(match["year"]) if match else None


def look(facts: Facts) -> Iterator[Found]:
    kind = text_at(facts.fields, "standard_kind")
    status = text_at(facts.fields, "status")
    number = text_at(facts.fields, "number")
    if not number:
        if status in _NUMBERED:
            yield Found("number", "已经发布的标准应当填写标准编号。")
        return
    if kind in FORMS and year_of(kind, number) is None:
        yield Found(
            "number",
            f"“{number}”不是{STANDARD_KINDS[kind]}编号的写法，例如 {FORMS[kind][1]}。",
            number,
        )


RULE = Rule(
    id="standard-number",
    title="标准编号规范",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.MUST_FIX,
    source="《标准化法》第二十四条",
    remedy="请核对标准编号和标准类别；在研的标准还没有编号的，可以空着。",
    look=look,
)
