"""◇ The score and its explanation. Pure: facts and the day come in as arguments."""

from .facts import Ending, Entry, Fact
from .result import Line, ScoreResult
from .rules import POINT, RuleSet
from .score import CATEGORY, REGISTERED, score
from .stability import next_change
from .versions import CURRENT, RULE_SETS

__all__ = [
    "CATEGORY",
    "CURRENT",
    "POINT",
    "REGISTERED",
    "RULE_SETS",
    "Ending",
    "Entry",
    "Fact",
    "Line",
    "RuleSet",
    "ScoreResult",
    "next_change",
    "score",
]
