"""Which unit of the new version is which of the old (条文配对)."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from filings.documents.diff.units import Key, Unit
from filings.documents.diff.words import common_prefix

_ALIKE = 0.5
_LOOK_AHEAD = 8
_COMMON_PAIR = 12  # a pair of characters that more units than this have tells nothing


def pairs(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Index in `new` → index in `old`, for every unit that was kept, moved or changed."""
    found = _identical(old, new)
    left_old = sorted(set(range(len(old))) - set(found.values()))
    left_new = [index for index in range(len(new)) if index not in found]
    if not left_old or not left_new:
        return found
    likeness = Likeness(old, new)
    _pair_between_neighbours(found, left_old, left_new, likeness)
    taken = set(found.values())
    left_old = [index for index in left_old if index not in taken]
    left_new = [index for index in left_new if index not in found]
    found.update(likeness.best_pairs(left_old, left_new))
    return found


def kept_in_order(found: dict[int, int]) -> set[int]:
    """The indexes in `new` of the largest set of pairs that keep their order; the others moved."""
    order = sorted(found)
    ends: list[int] = []  # smallest last value of a rising run of each length
    at: list[int] = []
    previous: list[int] = []
    for position, index in enumerate(order):
        place = bisect_left(ends, found[index])
        if place == len(ends):
            ends.append(found[index])
            at.append(position)
        else:
            ends[place] = found[index]
            at[place] = position
        previous.append(at[place - 1] if place else -1)
    kept = set()
    position = at[-1] if at else -1
    while position >= 0:
        kept.add(order[position])
        position = previous[position]
    return kept


def _identical(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for index in range(len(old) - 1, -1, -1):
        places[old[index].key].append(index)
    found = {}
    for index, unit in enumerate(new):
        waiting = places.get(unit.key)
        if waiting:
            found[index] = waiting.pop()
    return found


def _pair_between_neighbours(
    found: dict[int, int], left_old: list[int], left_new: list[int], likeness: "Likeness"
) -> None:
    """Pairs changed units that stand between the same unchanged ones, in order."""
    kept = sorted(kept_in_order(found))
    for index in left_new:
        place = bisect_left(kept, index)
        low = found[kept[place - 1]] if place else -1
        high = found[kept[place]] if place < len(kept) else len(likeness.old)
        first = bisect_left(left_old, low + 1)
        for candidate in left_old[first : first + _LOOK_AHEAD]:
            if candidate >= high:
                break
            if likeness.alike(candidate, index):
                found[index] = candidate
                left_old.remove(candidate)
                kept.insert(place, index)
                break


class Likeness:
    """How alike units are: by their common ends, then by the pairs of characters they share."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old = old
        self._new = new
        self._texts: dict[tuple[bool, int], str] = {}
        self._pairs: dict[tuple[bool, int], frozenset[str]] = {}

    def alike(self, old: int, new: int) -> bool:
        """Whether the new unit may be the old one, changed."""
        if self.old[old].kind != self._new[new].kind or self.old[old].kind == "image":
            return False
        if _mostly_common_ends(self.old[old], self._new[new]):
            return True
        return _shared(self._pairs_of(True, old), self._pairs_of(False, new)) >= _ALIKE

    def best_pairs(self, old: Iterable[int], new: Iterable[int]) -> dict[int, int]:
        """The most alike of what is left, wherever it stands, the most alike first."""
        having: defaultdict[str, list[int]] = defaultdict(list)
        for index in old:
            for pair in self._pairs_of(True, index):
                having[pair].append(index)
        scored = []
        for index in new:
            candidates = {
                candidate
                for pair in self._pairs_of(False, index)
                if len(having.get(pair, ())) <= _COMMON_PAIR
                for candidate in having.get(pair, ())
            }
            for candidate in candidates:
                score = _shared(self._pairs_of(True, candidate), self._pairs_of(False, index))
                if score >= _ALIKE and self.alike(candidate, index):
                    scored.append((-score, abs(candidate - index), index, candidate))
        found: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, index, candidate in sorted(scored):
            if index not in found and candidate not in taken:
                found[index] = candidate
                taken.add(candidate)
        return found

    def _text(self, is_old: bool, index: int) -> str:
        key = (is_old, index)
        if key not in self._texts:
            self._texts[key] = (self.old if is_old else self._new)[index].text
        return self._texts[key]

    def _pairs_of(self, is_old: bool, index: int) -> frozenset[str]:
        key = (is_old, index)
        if key not in self._pairs:
            text = self._text(is_old, index)
            self._pairs[key] = frozenset(map("".join, pairwise(text)))
        return self._pairs[key]


def _mostly_common_ends(old: Unit, new: Unit) -> bool:
    """Whether most of the text is the same from both ends of each block; cheap to tell."""
    common = longest = 0
    for a, b in zip(old.blocks, new.blocks, strict=False):
        start = common_prefix(a.text, b.text)
        common += start + common_prefix(a.text[start:][::-1], b.text[start:][::-1])
    for unit in (old, new):
        longest = max(longest, sum(len(block.text) for block in unit.blocks))
    return common > 0 and common * 2 >= longest


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
