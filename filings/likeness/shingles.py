"""Text as a set of short overlapping pieces, so that likeness is a matter of counting."""

import re
import unicodedata

LENGTH = 5
_NOT_WORDS = re.compile(r"[^\w]+|_")


def shingles(text: str) -> frozenset[str]:
    """Every run of five characters, punctuation and blanks left out.

    A text shorter than that is one piece of its own; an empty one has none.
    """
    words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text))
    if len(words) <= LENGTH:
        return frozenset((words,)) if words else frozenset()
    return frozenset(words[i : i + LENGTH] for i in range(len(words) - LENGTH + 1))


def overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """How much of the smaller text is in the larger (0–1); 0 when either is empty."""
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else 0.0


def jaccard(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """What both share, of all there is (0–1); 0 when either is empty."""
    shared = len(ours & theirs)
    return shared / (len(ours) + len(theirs) - shared) if shared else 0.0
