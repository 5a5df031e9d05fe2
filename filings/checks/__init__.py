"""Checks: one rule a file, one table of rules; facts in, findings out."""

from collections.abc import Iterable

from .facts import AssociationFacts, AttachedFile, Facts, Finding, Severity
from .table import BY_ID, RULES

__all__ = [
    "BY_ID",
    "RULES",
    "AssociationFacts",
    "AttachedFile",
    "Facts",
    "Finding",
    "Severity",
    "blocking",
    "run",
]

_HARDEST_FIRST = (Severity.MUST_FIX, Severity.PLEASE_EXPLAIN, Severity.HINT)


def run(facts: Facts) -> list[Finding]:
    """All findings on ``facts``: hardest first, then by the table, then as in the document."""
    found = [finding for rule in RULES for finding in rule.findings(facts)]
    return sorted(found, key=lambda finding: _HARDEST_FIRST.index(finding.severity))


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that must be mended before submission (必须改正)."""
    return [finding for finding in findings if finding.severity == Severity.MUST_FIX]
