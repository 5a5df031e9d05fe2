"""Putting one more article into a document without renumbering the others."""

from collections.abc import Sequence

from filings.documents.blocks import Block, anchors, article
from filings.documents.numbers import ordinal
from huanglong_portal.common.numerals import to_chinese


def insert_article(blocks: Sequence[Block], text: str, *, after: str) -> tuple[list[Block], str]:
    """The document with ``text`` as an article behind the article ``after``, and its anchor.

    Behind the last article it takes the next number; between two it becomes 第X条之一, so that
    what other articles say of 第X条 stays true. A document without articles, whatever ``after``
    is, gets it at its end: as 第一条 when it was empty, else as a paragraph.

    Raises KeyError when there are articles and ``after`` is none of them.
    """
    names = anchors(blocks)
    articles = [name for name, block in zip(names, blocks, strict=True) if block.type == "article"]
    if not articles:
        new = Block("paragraph", text=text) if blocks else Block("article", "第一条", text)
        return _with(blocks, new, len(blocks))
    if after not in articles:
        raise KeyError(after)
    before = blocks[names.index(after)]
    taken = {block.number for block in blocks if block.type == "article"}
    number = _next_number(before.number, last=after == articles[-1], taken=taken)
    place = names.index(after) + len(article(blocks, after))
    return _with(blocks, Block("article", number, text), place)


def place_before_closing(blocks: Sequence[Block]) -> str:
    """The anchor of the last article before 附则, else of the last one; "" if there is none."""
    found = before_closing = ""
    for name, block in zip(anchors(blocks), blocks, strict=True):
        if block.type == "chapter" and "附则" in block.text:
            before_closing = found
        if block.type == "article":
            found = name
    return before_closing or found


def _with(blocks: Sequence[Block], new: Block, place: int) -> tuple[list[Block], str]:
    whole = [*blocks[:place], new, *blocks[place:]]
    return whole, anchors(whole)[place]


def _next_number(number: str, *, last: bool, taken: set[str]) -> str:
    value, inserted = ordinal(number)
    arabic = any(sign.isdigit() for sign in number)
    base = value or 0

    def written(count: int) -> str:
        return str(count) if arabic else to_chinese(count)

    if last and inserted is None:
        return f"第{written(base + 1)}条"
    following = (inserted or 0) + 1
    while f"第{written(base)}条之{written(following)}" in taken:
        following += 1
    return f"第{written(base)}条之{written(following)}"
