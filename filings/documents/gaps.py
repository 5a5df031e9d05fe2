"""Gaps in the numbering (编号不连续): the first thing to look at after reading a document."""

from collections.abc import Iterable, Iterator

from filings.documents.blocks import Block
from filings.documents.numbers import head_of_number, ordinal
from huanglong_portal.common.numerals import to_chinese

_MOST_SAID = 8
_UNITS = {"chapter": "章", "article": "条"}


def numbering_gaps(blocks: Iterable[Block]) -> list[str]:
    """Sentences about chapters, articles and items whose numbers skip, repeat or go back."""
    blocks = list(blocks)
    found = [*_gaps_of("chapter", blocks), *_gaps_of("article", blocks), *_item_gaps(blocks)]
    said = list(dict.fromkeys(found))
    if len(said) > _MOST_SAID:
        said[_MOST_SAID:] = [f"另有 {len(said) - _MOST_SAID} 处编号不连续或重复"]
    return said


def _gaps_of(kind: str, blocks: list[Block]) -> Iterator[str]:
    unit = _UNITS[kind]
    last: int | None = None
    fresh = True  # a new title, annex or chapter may start again at 1
    for block in blocks:
        if block.type in ("title", "heading") or (block.type == "chapter" and kind == "article"):
            fresh = True
            continue
        if block.type != kind:
            continue
        value, inserted = ordinal(block.number)
        if value is None:
            continue
        if last is None or (fresh and value == 1):
            if value != 1:
                yield f"编号从第 {value} {unit}开始，前面没有读到第 1 {unit}"
        elif inserted is not None or value == last + 1:
            pass
        elif value == last:
            yield f"第 {value} {unit}出现了两次"
        else:
            yield f"第 {last} {unit}后面的编号不连续（接着是第 {value} {unit}）"
        last, fresh = value, False


def _item_gaps(blocks: list[Block]) -> Iterator[str]:
    article = ""
    last: dict[str, int] = {}
    for block in blocks:
        if block.type in ("article", "chapter", "section", "heading", "title"):
            article = block.number if block.type == "article" else ""
            last = {}
            continue
        found = head_of_number(block.number) if block.type == "item" else None
        if not article or found is None or found.value is None:
            continue
        if found.kind == "chinese-bracketed":  # a new （二） starts its own （1）
            last = {found.kind: last.get(found.kind, 0)}
        elif found.kind != "arabic-bracketed":
            continue
        before = last.get(found.kind, 0)
        if found.value not in (1, before + 1):
            yield (
                f"{article}里{_shown(before, found.kind)}后面的编号不连续（接着是{block.number}）"
                if before
                else f"{article}里的分项从{block.number}开始"
            )
        last[found.kind] = found.value


def _shown(value: int, kind: str) -> str:
    return f"（{to_chinese(value) if kind.startswith('chinese') else value}）"
