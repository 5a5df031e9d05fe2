"""Setting chosen clauses as numbered articles: chapters, sections, items, tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filings.documents.blocks import Block
from huanglong_portal.common.numerals import to_chinese

from .phrasing import Clause, Phrasing

_ITEM = re.compile(r"^(（[一二三四五六七八九十]+）)(.*)$")
_REFERENCE = re.compile(r"\{条:([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of a document: its name and clauses, or sections that hold them."""

    name: str
    clauses: Sequence[Clause] = ()
    sections: Sequence["Part"] = ()


@dataclass(frozen=True, slots=True)
class Articles:
    """The blocks, and where things stand: label → 第N条, sanction → 第N条."""

    blocks: list[Block]
    places: dict[str, str]
    sanctions: dict[str, str]
    count: int


def set_articles(parts: Sequence[Part], phrasing: Phrasing) -> Articles:
    """Number the clauses of ``parts`` through and fill their blanks.

    References are filled last: an article may speak of one that comes after it.
    """
    numbered = [clause for part in parts for clause in clauses_of(part)]
    places: dict[str, str] = {}
    sanctions: dict[str, str] = {}
    for position, clause in enumerate(numbered, 1):
        number = f"第{to_chinese(position)}条"
        places.setdefault(clause.label, number)
        if clause.sanction:
            sanctions[clause.sanction] = number
    blocks: list[Block] = []
    articles = 0
    for chapter, part in enumerate(parts, 1):
        blocks.append(Block("chapter", f"第{to_chinese(chapter)}章", phrasing.fill(part.name)))
        groups = part.sections or [part]
        for section, group in enumerate(groups, 1):
            if part.sections:
                number = f"第{to_chinese(section)}节"
                blocks.append(Block("section", number, phrasing.fill(group.name)))
            for clause in group.clauses:
                articles += 1
                number = f"第{to_chinese(articles)}条"
                blocks.extend(_article(number, clause.text, places, phrasing))
    return Articles(blocks, places, sanctions, articles)


def clauses_of(part: Part) -> list[Clause]:
    """The clauses of a chapter, whether or not it has sections."""
    groups = part.sections or [part]
    return [clause for group in groups for clause in group.clauses]


def _article(number: str, text: str, places: dict[str, str], phrasing: Phrasing) -> list[Block]:
    known = _REFERENCE.sub(lambda match: places.get(match[1], "本章"), text)
    first, *rest = phrasing.fill(known).splitlines()
    blocks = [Block("article", number, first)]
    table: list[tuple[str, ...]] = []
    for line in rest:
        if line.startswith("|"):
            table.append(tuple(line.strip("|").split("|")))
        elif match := _ITEM.match(line):
            blocks.append(Block("item", match[1], match[2]))
        else:
            blocks.append(Block("paragraph", "", line))
    if table:
        blocks.append(merged_table(table))
    return blocks


def merged_table(rows: Sequence[tuple[str, ...]], caption: str = "") -> Block:
    """A table in which equal neighbours of the first column are one tall cell."""
    grid = [list(row) for row in rows]
    spans = []
    start = 1
    while start < len(grid):
        end = start + 1
        while end < len(grid) and grid[end][0] == grid[start][0]:
            grid[end][0] = ""
            end += 1
        if end - start > 1:
            spans.append((start, 0, end - start, 1))
        start = end
    return Block("table", "", caption, tuple(tuple(row) for row in grid), tuple(spans))
