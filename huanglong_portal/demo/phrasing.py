"""Banks of clauses and the filling of their blanks.

A bank is a text file that an office person can read. ``== name`` begins a chapter (``~``: its
clauses may come in any order), ``-- label`` names the clause that follows (``!``: always
present, one of those with the same label; ``$``: only for those who trade, ``%``: only for
those who do not; ``@key``: the sanction it lays down). In the text ``[一|二]`` is a choice of
words, ``{会员}`` a blank, ``{服务*3}`` three different ones of a list, ``{条:程序}`` the number
of another article.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from .dice import dice_for

BANKS = Path(__file__).parent / "texts"
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_BLANK = re.compile(r"\{([^{}:*]+)(?:\*(\d))?\}")
_MARKS = re.compile(r"^(?P<name>[^!~$%@]*)(?P<marks>[!~$%]*)(?:@(?P<key>\w+))?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """One article as written in a bank, blanks and choices still open."""

    text: str
    label: str = ""
    always: bool = False
    only_traders: bool | None = None
    sanction: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a bank."""

    name: str
    clauses: tuple[Clause, ...]
    any_order: bool = False


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Fills blanks for one document.

    Every passage has dice of its own, thrown from ``salt`` and its text: a clause reads the same
    in two versions of a document, whatever was put in before it.
    """

    salt: str
    words: Mapping[str, str | Sequence[str]]

    def fill(self, text: str) -> str:
        """``text`` with its choices made and its blanks filled. Raises KeyError for a blank that
        the words do not know."""
        return _Filling(dice_for(self.salt, text), self.words).fill(text)


@dataclass(slots=True)
class _Filling:
    """One passage being filled: words of a list are used once before one comes again."""

    dice: Random
    words: Mapping[str, str | Sequence[str]]
    bags: dict[str, list[str]] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        chosen = _CHOICE.sub(lambda match: self.dice.choice(match[1].split("|")), text)
        filled = _BLANK.sub(self._blank, chosen)
        return self.fill(filled) if _BLANK.search(filled) else filled

    def _blank(self, match: re.Match[str]) -> str:
        word = self.words[match[1]]
        if isinstance(word, str):
            return word
        return "、".join(self._draw(match[1], word) for _ in range(int(match[2] or 1)))

    def _draw(self, name: str, words: Sequence[str]) -> str:
        bag = self.bags.get(name)
        if not bag:
            bag = self.bags[name] = self.dice.sample(list(words), len(words))
        return bag.pop()


@cache
def bank(name: str) -> tuple[Chapter, ...]:
    """The chapters of a bank file, in its order."""
    chapters = []
    for part in re.split(r"^== ", (BANKS / f"{name}.txt").read_text(), flags=re.M)[1:]:
        heading, _, body = part.partition("\n")
        title, marks, _ = _marked(heading)
        chapters.append(Chapter(title, tuple(clauses(body)), "~" in marks))
    return tuple(chapters)


def lines_of(name: str) -> dict[str, tuple[str, ...]]:
    """A bank of unlabelled passages: chapter name → its passages."""
    return {
        chapter.name: tuple(clause.text for clause in chapter.clauses) for chapter in bank(name)
    }


def clauses(text: str) -> Iterable[Clause]:
    """The clauses of a passage, which blank lines part."""
    for part in re.split(r"\n\s*\n", text.strip()):
        if not part.startswith("-- "):
            yield Clause(part)
            continue
        heading, _, body = part.partition("\n")
        label, marks, sanction = _marked(heading.removeprefix("-- "))
        only_traders = True if "$" in marks else False if "%" in marks else None
        yield Clause(body, label, "!" in marks, only_traders, sanction)


def _marked(heading: str) -> tuple[str, str, str]:
    match = _MARKS.match(heading.strip())
    if match is None:
        raise ValueError(f"not a heading of a bank: {heading!r}")
    return match["name"], match["marks"], match["key"] or ""
