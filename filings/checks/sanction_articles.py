"""``sanction-articles``: the articles named for the five measures are there and provide them."""

from collections.abc import Iterator

from ..documents.blocks import Block
from ..documents.numbers import ordinal
from ..materials import Material
from ..presentation import SANCTIONS
from .facts import Facts, Severity
from .reading import text_at, words_of
from .rule import Found, Rule

_SAID = {
    "internal_criticism": "通报批评",
    "expulsion": "会员资格",
    "referral": "部门",
}


def look(facts: Facts) -> Iterator[Found]:
    for key, name in SANCTIONS.items():
        number = text_at(facts.fields, f"sanctions.{key}")
        if not number or not facts.blocks:
            continue
        words = _article(facts, number)
        if words is None:
            yield Found(f"sanctions.{key}", f"“{name}”写的是{number}，正文里没有这一条。", number)
        elif _SAID.get(key, name) not in words:
            yield Found(f"sanctions.{key}", f"{number}没有写到“{name}”。", number)


def _article(facts: Facts, number: str) -> str | None:
    """The words of the article with this number, None if there is none."""
    wanted = ordinal(number)
    words: list[str] | None = None
    for block in facts.blocks:
        if _is_article(block):
            if words is not None:
                break
            words = [] if ordinal(block.number) == wanted and wanted[0] is not None else None
        if words is not None:
            words.append(words_of(block))
    return None if words is None else "\n".join(words)


def _is_article(block: Block) -> bool:
    return block.type in ("article", "chapter")


RULE = Rule(
    id="sanction-articles",
    title="惩戒措施与条文对应",
    materials=frozenset({Material.CONVENTION}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-1-4",
    remedy="请核对条号，填写实际规定这项措施的条文。",
    look=look,
    among_members=True,
)
