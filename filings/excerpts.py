"""The passage of a text where the words of a search stand, for the list of hits."""

from dataclasses import dataclass

from .search_words import folded


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before, the hit itself, and what stands after."""

    before: str
    hit: str
    after: str


def excerpt(text: str, typed: str, around: int = 30) -> Excerpt | None:
    """The first place in ``text`` with the longest of the words typed; None when there is none."""
    flat = " ".join(text.split())
    for word in sorted(typed.split(), key=len, reverse=True):
        # Folding may change the length of rare characters; then no place can be shown.
        haystack = folded(flat)
        place = haystack.find(folded(word)) if len(haystack) == len(flat) else flat.find(word)
        if place < 0:
            continue
        end = place + len(word)
        start = max(0, place - around)
        return Excerpt(
            before=("…" if start else "") + flat[start:place],
            hit=flat[place:end],
            after=flat[end : end + around] + ("…" if end + around < len(flat) else ""),
        )
    return None
