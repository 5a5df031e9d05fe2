"""From the text of a clause to sentences that the signs can read.

Writers space, quote and number their clauses in many ways and cite laws whose names hold the very
words we look for (《价格法》); all of that is levelled here, so that signs need not know of it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERING = re.compile(
    r"^(?:第[零〇一二三四五六七八九十百千\d]+[章节条款项]|[（(][一二三四五六七八九十百\d]+[）)]"
    r"|[一二三四五六七八九十]+、|\d+[.、．)](?!\d)|[①-⑳]|[-•●·*])+"
)
_ITEM = re.compile(r"[（(][一二三四五六七八九十百\d]+[）)]|\d+[.、．)）](?!\d)|[①-⑳]")
_TITLED = re.compile(r"《[^》]{1,40}?(?:法|条例|规定|办法|指南|通知|意见|解释)》")
_LAW = re.compile(
    "(?:中华人民共和国)?(?:反不正当竞争|反垄断|价格|标准化|消费者权益保护|招标投标|广告|"
    "电子商务|政府采购)"
    r"(?:法律法规|法规|法(?!律|定|规|人)(?:及其实施条例|和有关规定)?)"
)
# An association's full name holds words (街道商会, 贸易促进会) that are not about its market.
_ASSOCIATION = re.compile(
    "[一-鿿]{2}市[一-鿿]{0,3}(?:区|县)?[一-鿿]{2,14}?(?:行业协会|协会|商会|联合会|促进会)"
)
_PUNCTUATION = str.maketrans(
    {
        ",": "，",
        ";": "；",
        ":": "：",
        "(": "（",
        ")": "）",
        "!": "。",
        "?": "。",
        "！": "。",
        "？": "。",
    }
)
_QUOTES = re.compile(r"[“”\"'‘’「」『』【】《》]")
_LIST_LEAD = re.compile(r"(?:下列|以下|如下)[^。；：]{0,16}：?$|：$")
_CONTRAST = re.compile(r"，(?=(?:但|但是|然而|不过|同时|惟)(?!不限于))")

LAW = "有关法"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, levelled; ``lead`` is the sentence whose list it is an item of, or empty."""

    text: str
    lead: str = ""


def normalise(text: str) -> str:
    """Level width, blanks, quotes, numbering and the names of laws and associations."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"\s+", "", text).translate(_PUNCTUATION)
    text = _NUMBERING.sub("", text)
    text = _TITLED.sub(LAW, text)
    text = _QUOTES.sub("", text)
    return _ASSOCIATION.sub("本会", _LAW.sub(LAW, text))


def sentences(text: str, lead: str = "") -> Iterator[Sentence]:
    """The sentences of a clause. A list behind “下列行为：” carries its lead to every item.

    A contrast (，但…) starts a sentence of its own: what excuses the first half does not excuse
    the second.
    """
    for paragraph in re.split(r"[\r\n]+", text):
        for whole in normalise(paragraph).split("。"):
            opening, _, listed = whole.partition("：")
            if listed:
                yield from _parts(opening, lead)
                yield from _parts(listed, opening)
            else:
                yield from _parts(whole.rstrip("："), lead)


def _parts(text: str, lead: str) -> Iterator[Sentence]:
    for part in text.split("；"):
        for half in _CONTRAST.split(_NUMBERING.sub("", part)):
            if half:
                yield Sentence(half, lead)


def opens_list(text: str) -> bool:
    """Whether a clause announces a list that the following blocks continue (“…下列行为：”)."""
    return bool(_LIST_LEAD.search(normalise(text)))


def is_numbered_item(line: str) -> bool:
    """Whether a line of plain text starts like an item of a list: “（一）…”, “1. …”."""
    return bool(_ITEM.match(line.strip()))
