"""Changed words (字词差异): what was taken out of a text and what was put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, ADDED = "same", "removed", "added"

_TOKEN = re.compile(r"[A-Za-z]+|\d+|\s+|.", re.S)
_SHORTEST_ISLAND = 3  # fewer unchanged characters between two changes only disturb the reader
_LONGEST_COMPARED = 4000


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that stayed, went or came."""

    kind: str
    text: str


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """The old and the new text as stretches in reading order, removed before added."""
    if old == new:
        return (Segment(SAME, old),) if old else ()
    start = _common_start(old, new)
    end = _common_end(old[start:], new[start:])
    changed = _middle(old[start : len(old) - end], new[start : len(new) - end])
    pieces = [Segment(SAME, old[:start]), *changed, Segment(SAME, old[len(old) - end :])]
    return tuple(_merged(piece for piece in pieces if piece.text))


def _common_start(old: str, new: str) -> int:
    """How many characters two texts have in common at their start, without cutting a word."""
    length = common_prefix(old, new)
    while 0 < length < max(len(old), len(new)) and _cuts_word(old, new, length):
        length -= 1
    return length


def _common_end(old: str, new: str) -> int:
    """How many characters two texts have in common at their end, without cutting a word."""
    length = common_prefix(old[::-1], new[::-1])
    while 0 < length < max(len(old), len(new)) and _cuts_word(old[::-1], new[::-1], length):
        length -= 1
    return length


def common_prefix(old: str, new: str) -> int:
    """How many characters two texts have in common at their start."""
    low, high = 0, min(len(old), len(new))
    if old[:high] == new[:high]:
        return high
    while low < high - 1:  # old[:low] == new[:low], old[:high] != new[:high]
        middle = (low + high) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _cuts_word(old: str, new: str, at: int) -> bool:
    before = old[at - 1]
    if not before.isascii() or not before.isalnum():
        return False
    return any(at < len(text) and text[at].isascii() and text[at].isalnum() for text in (old, new))


def _middle(old: str, new: str) -> Iterator[Segment]:
    if not old or not new or max(len(old), len(new)) > _LONGEST_COMPARED:
        yield Segment(REMOVED, old)
        yield Segment(ADDED, new)
        return
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Segment(SAME, "".join(a[a1:a2]))
        else:
            yield Segment(REMOVED, "".join(a[a1:a2]))
            yield Segment(ADDED, "".join(b[b1:b2]))


def _merged(pieces: Iterator[Segment]) -> Iterator[Segment]:
    """Short unchanged islands between changes become part of the change on both sides."""
    held = list(pieces)
    removed = added = ""
    for index, piece in enumerate(held):
        if piece.kind == REMOVED:
            removed += piece.text
        elif piece.kind == ADDED:
            added += piece.text
        elif (removed or added) and index < len(held) - 1 and len(piece.text) < _SHORTEST_ISLAND:
            removed += piece.text
            added += piece.text
        else:
            yield from _change(removed, added)
            yield piece
            removed = added = ""
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Segment]:
    if removed:
        yield Segment(REMOVED, removed)
    if added:
        yield Segment(ADDED, added)
