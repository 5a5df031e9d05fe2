"""``numbering``: chapters, articles and items are numbered without gaps."""

import re
from collections.abc import Iterator

from ..documents import blocks as documents
from ..documents.gaps import numbering_gaps
from ..documents.numbers import ordinal
from .facts import Facts, Severity
from .rule import ALL, Found, Rule

_ARTICLE = re.compile(r"第\s*[零〇一二三四五六七八九十百千\d]+\s*条")


def look(facts: Facts) -> Iterator[Found]:
    for sentence in numbering_gaps(facts.blocks):
        yield Found(_place(facts, sentence), f"{sentence}。", sentence)


def _place(facts: Facts, sentence: str) -> str:
    """The anchor of the article a gap is told of, the body if it is told of none."""
    told = _ARTICLE.match(sentence)
    if told is None:
        return "body"
    number = ordinal(re.sub(r"\s", "", told[0]))
    named = zip(documents.anchors(facts.blocks), facts.blocks, strict=True)
    return next(
        (
            anchor
            for anchor, block in named
            if block.type == "article" and ordinal(block.number) == number
        ),
        "body",
    )


RULE = Rule(
    id="numbering",
    title="条款编号连续",
    materials=ALL,
    severity=Severity.PLEASE_EXPLAIN,
    source="填报要求",
    remedy="请核对是否漏了条款或者写错了编号，可以在正文里直接改正。",
    look=look,
)
