"""Learn the wording model of the screen: `python -m tests.filings.screening.learn`.

Logistic regression with an L2 penalty over the hints of `filings.screening.wording`, on every
clause that is not held out. Plain Python and a fixed order, so that a run repeats the last one.
"""

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from unicodedata import east_asian_width

from filings.screening import wording

from .clauses import Clause, clauses

TARGET = Path(wording.__file__).with_name("weights.py")
_ROUNDS = 200
_PENALTY = 2.0
_STEP = 0.05
_SEEN_AT_LEAST = 2
_KEPT_FROM = 0.02
_WIDEST = 98
_HEAD = '''"""Weights of the wording model, written by `python -m tests.filings.screening.learn`.

Each entry is a hint and a hundred times its weight.
"""

BIAS = {bias}

_TABLE = """
{table}
"""

WEIGHTS: dict[str, float] = {{
    hint: int(weight) / 100
    for hint, _, weight in (entry.rpartition("=") for entry in _TABLE.split())
}}
'''


def learn(examples: Sequence[Clause]) -> tuple[float, dict[str, float]]:
    """The bias and the weights, found by gradient descent with a momentum a feature (Adagrad)."""
    found = [sorted(wording.hints(clause.text)) for clause in examples]
    seen = Counter(hint for hints in found for hint in hints)
    known = {hint for hint, times in seen.items() if times >= _SEEN_AT_LEAST}
    features = [[hint for hint in hints if hint in known] for hints in found]
    guilty = sum(clause.restrictive for clause in examples)
    share = {True: len(examples) / 2 / guilty, False: len(examples) / 2 / (len(examples) - guilty)}
    weights = dict.fromkeys(sorted(known), 0.0)
    bias = 0.0
    moved = dict.fromkeys(weights, 1e-6)
    moved_bias = 1e-6
    for _ in range(_ROUNDS):
        slope = {hint: _PENALTY * weight for hint, weight in weights.items()}
        slope_bias = 0.0
        for clause, hints in zip(examples, features, strict=True):
            score = bias + sum(weights[hint] for hint in hints)
            wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - clause.restrictive
            wrong *= share[clause.restrictive]
            slope_bias += wrong
            for hint in hints:
                slope[hint] += wrong
        for hint, gradient in slope.items():
            moved[hint] += gradient * gradient
            weights[hint] -= _STEP * gradient / math.sqrt(moved[hint])
        moved_bias += slope_bias * slope_bias
        bias -= _STEP * slope_bias / math.sqrt(moved_bias)
    return bias, {hint: weight for hint, weight in weights.items() if abs(weight) >= _KEPT_FROM}


def module(bias: float, weights: dict[str, float]) -> str:
    """The source of `weights.py`."""
    entries = [f"{hint}={round(weight * 100)}" for hint, weight in sorted(weights.items())]
    lines, line = [], ""
    for entry in entries:
        if _columns(line) + _columns(entry) > _WIDEST:
            lines.append(line)
            line = ""
        line = f"{line} {entry}".strip()
    return _HEAD.format(bias=round(bias, 2), table="\n".join([*lines, line]))


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def training() -> tuple[Clause, ...]:
    """What may be learned from: everything that is not held out."""
    return clauses("tuning", "learning")


if __name__ == "__main__":
    TARGET.write_text(module(*learn(training())), encoding="utf-8")
