"""How Chinese text is cut for the search index, alike on SQLite and PostgreSQL.

Neither full-text engine knows Chinese words; both know words of letters and digits. So text is
read as units – a Chinese character, or a run of letters and digits – and every pair of neighbouring
units becomes one such word, made of code points. A search for a phrase asks for all its pairs:
汽车维修 is found by 汽车, 车维 and 维修 together. The last unit of a run stands alone too, so that
one character can be searched as the beginning of a word.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_RUNS = re.compile(f"[{_HAN}a-z0-9]+")
_UNITS = re.compile(f"[{_HAN}]|[a-z0-9]+")
_LONGEST_UNIT = 40
# PostgreSQL holds a megabyte of words for one document; no filing comes near this many.
_MOST_WORDS = 40_000


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a person typed, cut for the index.

    ``words`` must all occur, ``beginnings`` must all begin some word. ``phrases`` are the runs of
    three characters and more, which the pairs alone do not prove: the text is asked for them.
    """

    words: tuple[str, ...]
    beginnings: tuple[str, ...]
    phrases: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings)


def folded(text: str) -> str:
    """Text as it is compared: full-width letters and digits made plain, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def index_words(text: str) -> str:
    """All distinct words of ``text`` for the index, separated by blanks."""
    words: dict[str, None] = {}
    for _, units in _runs(text):
        for unit in units:
            if unit.isascii():
                words[_word(unit)] = None
        for first, second in pairwise(units):
            words[_word(first, second)] = None
        words[_word(units[-1])] = None
    return " ".join(list(words)[:_MOST_WORDS])


def name_words(name: str, initials: str, code: str) -> str:
    """The words under which an organisation is found: name, code, initials from any place."""
    endings = " ".join(initials[start:] for start in range(len(initials)))
    return f"{index_words(name)} {index_words(code)} {index_words(endings)}"


def query_of(typed: str) -> SearchQuery:
    """Cut what was typed. Nothing searchable in it gives an empty (false) query."""
    words: dict[str, None] = {}
    beginnings: dict[str, None] = {}
    phrases: dict[str, None] = {}
    for run, units in _runs(typed):
        pieces = [_word(*pair) for pair in pairwise(units)] or [_word(units[0])]
        # A last run of letters or digits, or a lone character, may go on in the text.
        if len(units) == 1 or units[-1].isascii():
            beginnings[pieces.pop()] = None
        words.update(dict.fromkeys(pieces))
        if len(units) > 2 and not any(unit.isascii() for unit in units):
            phrases[run] = None
    return SearchQuery(tuple(words), tuple(beginnings), tuple(phrases))


def _runs(text: str) -> Iterator[tuple[str, list[str]]]:
    """The unbroken runs of a text, each with its units."""
    for run in _RUNS.findall(folded(text)):
        yield run, [unit[:_LONGEST_UNIT] for unit in _UNITS.findall(run)]


def _word(*units: str) -> str:
    """A word of letters and digits for one unit or two; a character takes a fixed width, so that
    the word of one unit is the beginning of every pair it opens."""
    return "".join(unit if unit.isascii() else f"u{ord(unit):05x}" for unit in units)
