"""Where a convention provides the five measures of 通知 一（一）第4句, found in its own text."""

from collections.abc import Iterable, Sequence

from .documents.blocks import Block

_WORDS: dict[str, tuple[str, ...]] = {
    "warning": ("警告",),
    "internal_criticism": ("行业内通报批评", "业内通报批评", "通报批评"),
    "public_censure": ("公开谴责",),
    "expulsion": ("取消会员资格", "除名"),
    "referral": ("向有关部门通报", "通报有关部门", "移送有关部门", "报告有关部门"),
}
_ENOUGH = 2  # an article that only mentions one of them in passing is no provision


def find(blocks: Sequence[Block]) -> dict[str, str]:
    """Measure → number of the article that provides it, as printed (第四十条).

    Articles that name at least two of the measures count; the first of them wins.
    """
    found: dict[str, str] = {}
    for number, text in _articles(blocks):
        named = [key for key, words in _WORDS.items() if any(word in text for word in words)]
        if len(named) >= _ENOUGH:
            for key in named:
                found.setdefault(key, number)
    return found


def _articles(blocks: Sequence[Block]) -> Iterable[tuple[str, str]]:
    """Each article's number with all the words that belong to it."""
    number, words = "", ""
    for block in blocks:
        if block.type == "article":
            if number:
                yield number, words
            number, words = block.number, block.text
        elif block.type in ("chapter", "section", "title", "heading"):
            if number:
                yield number, words
            number, words = "", ""
        else:
            words += block.text
    if number:
        yield number, words
