"""Outline numbers (条款编号): recognising the head of a line and reading its value.

Office staff write the same number in many ways: “第十二条　”, “第 12 条”, “第１２条”, “（一）”,
“(一)”, “1.”, “1．”, “1、”, “①”. Each is kept as printed (inner blanks removed); only its kind and
value are told.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from huanglong_portal.common.numerals import from_chinese

_NUMERAL = r"[零〇一二两三四五六七八九十百千0-9０-９]{1,8}"
_CHINESE = r"[一二三四五六七八九十百]{1,5}"
_DIGITS = r"[0-9０-９]{1,3}"
_MEASURES = "年月日时分秒天周个名位家元万千百项次人户本份号届岁米吨件台套"

_FORMAL = re.compile(
    rf"第\s*(?P<value>{_NUMERAL})\s*(?P<unit>章|节|条|编|篇|部分)(?:\s*之\s*(?P<inserted>{_NUMERAL}))?"
    r"(?P<gap>\s*(?P<mark>[:：、.．]?)\s*)"
)
_LISTED = (
    ("chinese", re.compile(rf"(?P<value>{_CHINESE})[、.．](?!\s*$)")),
    ("chinese-bracketed", re.compile(rf"[（(〔]\s*(?P<value>{_CHINESE})\s*[）)〕]")),
    ("chinese-bracketed", re.compile(rf"(?P<value>{_CHINESE})[）)]")),
    ("arabic", re.compile(rf"(?P<value>{_DIGITS})(?:[.．](?![0-9０-９])|、|[）)])")),
    ("arabic-bracketed", re.compile(rf"[（(]\s*(?P<value>{_DIGITS})\s*[）)]")),
    ("circled", re.compile(r"(?P<value>[①-⑳⑴-⒇⒈-⒛])")),
    ("decimal", re.compile(r"(?:[A-Z]|[A-Z]?[0-9]{1,2})(?:\.[0-9]{1,2}){1,4}(?=\s)")),
    ("bare", re.compile(rf"(?P<value>[0-9]{{1,2}})(?!\s+[{_MEASURES}])(?=\s+[^\W\d_a-zA-Z])")),
    ("letter", re.compile(r"(?P<value>[a-zA-Z])(?:[)）]|[.．、](?!\s*$|[0-9]))")),
    ("bullet", re.compile(r"[•●■◆▪◼□○◇►➢➤✓√★☆\uf000-\uf0ff]|·(?=\s)|——\s*(?=\S)")),
)
# “第三条规定的…” is the start of a sentence, not of 第三条
_CITATION = re.compile(
    r"规定|所[称指列述]|第[一二三四五六七八九十]|[的之中、，,和与及至到或]|以[上下内外]|款|项|(?:都|均|也|不)"
)
_UNIT_KINDS = {"章": "chapter", "节": "section", "条": "article"}


@dataclass(frozen=True, slots=True)
class Head:
    """The number at the start of a line.

    `kind` is "chapter", "section", "article", "part" (编、篇、部分) or a list form ("chinese",
    "chinese-bracketed", "arabic", "arabic-bracketed", "circled", "decimal", "bare", "letter",
    "bullet"). `value` is its ordinal where it has one. `loose` marks a 第X条 that runs into its
    text without a gap, which may also be the start of a sentence. `mark` is the colon or comma
    that stood between 第X条 and its text and is kept in neither.
    """

    kind: str
    number: str
    rest: str
    value: int | None = None
    loose: bool = False
    mark: str = ""


def head(line: str) -> Head | None:
    """The number a line starts with, or None. The line is expected without leading blanks."""
    if line.startswith("第"):
        return _formal_head(line)
    for kind, pattern in _LISTED:
        if match := pattern.match(line):
            return Head(
                kind=kind,
                number="•" if "\uf000" <= line[0] <= "\uf0ff" else _without_blanks(match[0]),
                rest=line[match.end() :].strip(),
                value=_list_value(kind, match),
            )
    return None


def _formal_head(line: str) -> Head | None:
    match = _FORMAL.match(line)
    if match is None:
        return None
    try:
        value = _value(match["value"])
    except ValueError:
        return None
    mark, rest = match["mark"], line[match.end() :].strip()
    loose = not match["gap"] and bool(rest)
    if loose and (_CITATION.match(rest) or match["unit"] not in _UNIT_KINDS):
        return None
    if mark == "、" and rest.startswith("第"):  # “第三条、第五条规定的…”
        return None
    return Head(
        kind=_UNIT_KINDS.get(match["unit"], "part"),
        number=_without_blanks(line[: match.start("gap")]),
        rest=rest,
        value=value,
        loose=loose,
        mark=mark,
    )


def _list_value(kind: str, match: re.Match[str]) -> int | None:
    if kind in ("decimal", "bullet"):
        return None
    written = match["value"]
    if kind == "letter":
        return ord(written.lower()) - ord("a") + 1
    if kind == "circled":
        return next(ord(written) - ord(first) + 1 for first in "⒈⑴①" if ord(written) >= ord(first))
    try:
        return _value(written)
    except ValueError:
        return None


@lru_cache(maxsize=2048)
def head_of_number(number: str) -> Head | None:
    """What a block's number is: the head of a line that starts with it."""
    return head(f"{number} 文") if number else None


@lru_cache(maxsize=2048)
def ordinal(number: str) -> tuple[int | None, int | None]:
    """(value, inserted) of a printed number: 第十二条 → (12, None), 第十二条之一 → (12, 1)."""
    match = _FORMAL.match(number)
    if match is None:
        found = head_of_number(number)
        return (found.value if found else None), None
    try:
        value = _value(match["value"])
        inserted = _value(match["inserted"]) if match["inserted"] else None
    except ValueError:
        return None, None
    return value, inserted


_value = lru_cache(maxsize=2048)(from_chinese)


def _without_blanks(text: str) -> str:
    return "".join(text.split())
