"""How far the wording of a whole clause resembles restrictive clauses.

The signs know turns of phrase; authors find new ones. This is the second opinion: a linear model
over single characters and pairs of characters, learned from the labelled clauses that are not
held out (``tests/filings/screening/learn.py`` writes ``weights.py``). It has no memory of
sentences, weighs some three thousand small hints, and can say which of them decided.
"""

import math
import re

from .reading import normalise
from .weights import BIAS, WEIGHTS


def hints(text: str) -> set[str]:
    """The single characters and pairs of a clause; figures are levelled to 0."""
    levelled = re.sub(r"\d+(?:\.\d+)?", "0", normalise(text))
    return set(levelled) | {levelled[i : i + 2] for i in range(len(levelled) - 1)}


def resemblance(text: str) -> float:
    """The model's probability (0–1) that the clause restricts competition."""
    score = BIAS + sum(WEIGHTS.get(hint, 0.0) for hint in hints(text))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def telling(text: str, most: int = 3) -> list[str]:
    """The pairs of characters that spoke most for restriction, in the order of the text."""
    levelled = normalise(text)
    pairs = [hint for hint in hints(text) if len(hint) == 2 and WEIGHTS.get(hint, 0.0) > 0]
    pairs.sort(key=lambda hint: -WEIGHTS[hint])
    return sorted(pairs[:most], key=levelled.find)
