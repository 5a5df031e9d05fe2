"""How Chinese text is cut for the search index, alike on SQLite and PostgreSQL.

Neither full-text engine knows Chinese words; both know words of letters and digits. So every pair
of neighbouring Chinese characters becomes one such word, made of their code points, and a search
for a phrase asks for all its pairs: 汽车维修 is found by 汽车, 车维 and 维修 together. The last
character of a run stands alone too, so that one character can be searched as a beginning.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_RUNS = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a person typed, cut for the index.

    ``words`` must all occur, ``beginnings`` must all begin some word. ``phrases`` are the runs of
    three characters and more, which the pairs alone do not prove: they are compared with the text.
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
    for run in _RUNS.findall(folded(text)):
        if run.isascii():
            words[run[:_LONGEST_WORD]] = None
        else:
            for first, second in pairwise(run):
                words[_word(first, second)] = None
            words[_word(run[-1])] = None
    return " ".join(words)


def query_of(typed: str) -> SearchQuery:
    """Cut what was typed. Nothing searchable in it gives an empty (false) query."""
    words: dict[str, None] = {}
    beginnings: dict[str, None] = {}
    phrases: dict[str, None] = {}
    for run in _RUNS.findall(folded(typed)):
        if run.isascii():
            beginnings[run[:_LONGEST_WORD]] = None
        elif len(run) == 1:
            beginnings[_word(run)] = None
        else:
            for first, second in pairwise(run):
                words[_word(first, second)] = None
            if len(run) > 2:
                phrases[run] = None
    return SearchQuery(tuple(words), tuple(beginnings), tuple(phrases))


def _word(*characters: str) -> str:
    """A word of letters and digits for one or two characters; fixed width, so that the word of
    one character is the beginning of every pair it opens."""
    return "u" + "".join(f"{ord(character):05x}" for character in characters)
