"""Findings as pages show them: by class and by rule, each with what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.urls import reverse

from . import notice
from .checks import Severity
from .checks.sources import LAWS
from .checks.table import BY_ID
from .services.checking import OpenFinding

LABELS = {
    Severity.MUST_FIX: "必须改正",
    Severity.PLEASE_EXPLAIN: "请说明",
    Severity.HINT: "提示",
}


class HasFinding(Protocol):
    """What can be grouped: anything about one finding."""

    @property
    def open(self) -> OpenFinding:
        """The finding with what people said to it."""
        ...


Shown = TypeVar("Shown", bound=HasFinding)


@dataclass(frozen=True, slots=True)
class Source:
    """What a finding rests on: a sentence of the notice has an address, a law its wording."""

    words: str
    url: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShownRule(Generic[Shown]):
    """What one rule found: its title, remedy and source stand once, whatever it found."""

    id: str
    title: str
    remedy: str
    source: Source
    findings: list[Shown]


@dataclass(frozen=True, slots=True)
class Group(Generic[Shown]):
    """The findings of one class, rule by rule."""

    key: str
    label: str
    rules: list[ShownRule[Shown]]

    @property
    def count(self) -> int:
        """How many findings the class has."""
        return sum(len(rule.findings) for rule in self.rules)

    @property
    def blocking(self) -> int:
        """How many of them stand in the way of a submission."""
        return sum(one.open.blocks_submission for rule in self.rules for one in rule.findings)


def grouped(found: Iterable[Shown]) -> list[Group[Shown]]:
    """Findings by class, hardest first, and by rule; empty classes are left out."""
    rules: dict[tuple[Severity, str], ShownRule[Shown]] = {}
    for one in found:
        finding = one.open.finding
        key = (finding.severity, finding.rule_id)
        if key not in rules:
            title = BY_ID[finding.rule_id].title
            rules[key] = ShownRule(
                finding.rule_id, title, finding.remedy, source_of(finding.source), []
            )
        rules[key].findings.append(one)
    groups = [
        Group(
            severity,
            label,
            [rule for (of_class, _), rule in rules.items() if of_class == severity],
        )
        for severity, label in LABELS.items()
    ]
    return [group for group in groups if group.rules]


def source_of(source: str) -> Source:
    """The source that a rule names, one click away."""
    if source in notice.SENTENCES:
        return Source(
            notice.citation(source),
            f"{reverse('public:notice')}#{source}",
            notice.SENTENCES[source],
        )
    return Source(source, text=LAWS.get(source, ""))
