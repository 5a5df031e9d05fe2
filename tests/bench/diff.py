"""Comparing two revisions of 300 articles, words included ÷ a plain difflib line diff of the texts.

The line diff is difflib's own for two texts, `unified_diff`; it sees a moved article as removed and
added, and every shifted number as a change.
"""

import difflib
import time
from collections.abc import Callable

from filings.documents.diff.compare import CHANGED, diff
from filings.documents.text import parse
from tests.bench.long_documents import convention, lines, revised

NAME = "diff"
BAR = 3.0
ROUNDS = 15

_summary = ""


def rounds() -> list[float]:
    """Both in turn, on the same two texts."""
    global _summary
    old, new = lines(convention()), lines(revised(convention()))
    old_blocks, new_blocks = parse("\n".join(old)).blocks, parse("\n".join(new)).blocks
    _summary = diff(old_blocks, new_blocks).summary

    def compare() -> list[object]:
        changes = diff(old_blocks, new_blocks).changes
        return [
            block.words
            for change in changes
            if change.kind == CHANGED
            for block in change.blocks
            if block.kind == CHANGED
        ]

    def plain() -> list[str]:
        return list(difflib.unified_diff(old, new))

    compare(), plain()
    return [seconds(compare) / seconds(plain) for _ in range(ROUNDS)]


def report() -> str:
    """What was found."""
    return f"  {_summary}"


def seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
