"""Checks: one rule a file, one table of rules; facts in, findings out."""

from collections.abc import Sequence

from .facts import AssociationFacts, AttachedFile, Facts, Finding, Severity

__all__ = ["AssociationFacts", "AttachedFile", "Facts", "Finding", "Severity", "run"]


def run(facts: Facts) -> Sequence[Finding]:
    """All findings on ``facts``, hardest first."""
    return ()
