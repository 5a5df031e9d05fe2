"""``personal-data``: no private number is published with the text (个人信息保护法 第二十五条)."""

import re
from collections.abc import Iterator

from .facts import Facts, Severity
from .reading import passages, text_at
from .rule import ALL, Found, Rule

_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[0-9Xx](?!\d)"
)
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")
_FIELDS = ("facts", "handling", "effect", "service_content", "service_manner", "service_audience")


def look(facts: Facts) -> Iterator[Found]:
    told = [(path, text_at(facts.fields, path)) for path in _FIELDS]
    for place, words in [*told, *((anchor, words) for anchor, _, words in passages(facts))]:
        for pattern, name in ((_IDENTITY, "身份证号"), (_MOBILE, "手机号")):
            for number in pattern.finditer(words):
                masked = f"{number[0][:3]}…{number[0][-2:]}"
                yield Found(place, f"这里有{name}（{masked}），公开前应当删去。", masked)


RULE = Rule(
    id="personal-data",
    title="不含个人号码",
    materials=ALL,
    severity=Severity.HINT,
    source="《个人信息保护法》第二十五条",
    remedy="请删去身份证号；联系电话请用办公电话。",
    look=look,
)
