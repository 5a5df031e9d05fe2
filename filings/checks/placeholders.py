"""``placeholders``: no blank of a model is left to be filled in."""

import re
from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import passages
from .rule import ALL, Found, Rule

_BLANKS = re.compile(
    r"[×xX✕╳＊*]{2,}(?![a-zA-Z0-9])|_{3,}|＿{2,}|【[^】]{0,12}】|〔\s*〕|\{[^}]{0,12}\}|"
    r"（(?:此处|填写|请填写|写明|名称|日期|年月日|单位名称|协会名称|待定|待补充)[^）]{0,12}）|"
    r"(?:某某|某)(?:市|区|县|协会|商会|行业)|[ 　]{2,}年[ 　]{2,}月|XXXX|待补充|TODO"
)
# A case speaks of 某某 where it may not name; a form prints blanks to be signed.
_OF_A_CASE = re.compile(r"某")
_TO_BE_SIGNED = re.compile(r"签字|签名|盖章|签章|年[ 　]*月[ 　]*日$")


def look(facts: Facts) -> Iterator[Found]:
    for anchor, _, words in passages(facts):
        for blank in _BLANKS.finditer(words):
            if facts.material == Material.CASE and _OF_A_CASE.search(blank[0]):
                continue
            if _TO_BE_SIGNED.search(words) and not blank[0].strip("_＿ 　年月"):
                continue
            around = words[max(0, blank.start() - 8) : blank.end() + 8].strip()
            yield Found(anchor, f"还有没填写的空白：“…{around}…”。", around)
            break


RULE = Rule(
    id="placeholders",
    title="没有遗留空白和占位符",
    materials=ALL,
    severity=Severity.MUST_FIX,
    source="填报要求",
    remedy="请把范本留下的空白填写完整，或者删去。",
    look=look,
)
