"""Held-out clauses labelled wrongly by the competition screen ÷ by a plain search for keywords.

The clauses were set aside before the screen was written (`tests/filings/screening/labelled.tsv`).
The report is the confusion table over all splits.
"""

import re
from collections import Counter

from filings.screening import CATEGORIES, screen_line
from tests.filings.screening.clauses import Clause, clauses

NAME = "screening"
BAR = 0.4
FOLDS = 5

# What a careful clerk would search for.
KEYWORDS = re.compile(
    "统一价格|统一收费|最低价|指导价|自律价|不得低于|不得降价|限价|涨价|停产|限产|划分|跨区|轮流|"
    "抵制|非会员|保证金|罚款|违约金|必须加入|间距|通报价格|不得采用"
)


def rounds() -> list[float]:
    """One ratio for each fold of the held-out clauses."""
    held_out = clauses("held_out")
    folds = [held_out[start::FOLDS] for start in range(FOLDS)]
    return [
        sum(flagged(clause) != clause.restrictive for clause in fold)
        / sum(bool(KEYWORDS.search(clause.text)) != clause.restrictive for clause in fold)
        for fold in folds
    ]


def flagged(clause: Clause) -> bool:
    return bool(screen_line(clause.text))


def confusion(split: str) -> Counter[tuple[bool, bool]]:
    """How many clauses of a split are (restrictive, flagged)."""
    return Counter((clause.restrictive, flagged(clause)) for clause in clauses(split))


def report() -> str:
    """The confusion table, and recall by category on the held-out clauses."""
    lines = ["  条款          应提示且提示  应提示未提示  误提示  不提示  召回率  精确率"]
    for split, label in (
        ("held_out", "留出（未用于调整）"),
        ("tuning", "调整用"),
        ("learning", "学习用"),
    ):
        table = confusion(split)
        hit, missed = table[True, True], table[True, False]
        false, silent = table[False, True], table[False, False]
        lines.append(
            f"  {label}  {hit}  {missed}  {false}  {silent}"
            f"  {hit / (hit + missed):.3f}  {hit / (hit + false):.3f}"
        )
    lines.append("  留出条款各类召回：")
    for key, category in CATEGORIES.items():
        of_kind = [clause for clause in clauses("held_out") if clause.category == key]
        found = sum(flagged(clause) for clause in of_kind)
        lines.append(f"    {category.label}  {found}/{len(of_kind)}")
    return "\n".join(lines)
