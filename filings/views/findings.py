"""What the checks say about a draft, each with the way to the place it concerns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from .. import notice
from ..checks import Severity
from ..checks.sources import LAWS
from ..checks.table import BY_ID
from ..forms import MATERIAL_FORMS
from ..models import Revision
from ..services.checking import OpenFinding, findings_of
from .access import with_draft
from .steps import steps_of

_ANCHOR = re.compile(r"[tcahp]\d")
LABELS = {
    Severity.MUST_FIX: "必须改正",
    Severity.PLEASE_EXPLAIN: "请说明",
    Severity.HINT: "提示",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a finding rests on: a sentence of the notice has an address, a law its wording."""

    words: str
    url: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with the page and the address of its place."""

    open: OpenFinding
    step: str
    place_url: str


@dataclass(frozen=True, slots=True)
class ShownRule:
    """What one rule found: its title, remedy and source stand once, whatever it found."""

    title: str
    remedy: str
    source: Source
    findings: list[ShownFinding]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one class, rule by rule."""

    key: str
    label: str
    rules: list[ShownRule]

    @property
    def count(self) -> int:
        """How many findings the class has."""
        return sum(len(rule.findings) for rule in self.rules)

    @property
    def blocking(self) -> int:
        """How many of them stand in the way of a submission."""
        return sum(one.open.blocks_submission for rule in self.rules for one in rule.findings)


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside one page of a draft: its own findings, and how many the others have."""

    groups: list[Group]
    elsewhere: list[tuple[str, str, int]]


def panel_of(revision: Revision, step: str) -> Panel:
    """The findings whose places are on the page ``step``, and for every other page with findings
    its label, address and their number."""
    found = _shown(revision)
    others = [
        (other.label, other.url, sum(one.step == other.key for one in found))
        for other in steps_of(revision)
        if other.key != step
    ]
    return Panel(
        _grouped(one for one in found if one.step == step),
        [(label, url, count) for label, url, count in others if count],
    )


def groups_of(revision: Revision) -> list[Group]:
    """All findings of a draft by class, hardest first; empty classes are left out."""
    return _grouped(_shown(revision))


def _shown(revision: Revision) -> list[ShownFinding]:
    return [
        ShownFinding(one, step_of(one.finding.place), place_url(revision, one.finding.place))
        for one in findings_of(revision)
    ]


def _grouped(found: Iterable[ShownFinding]) -> list[Group]:
    rules: dict[tuple[Severity, str], ShownRule] = {}
    for one in found:
        finding = one.open.finding
        key = (finding.severity, finding.rule_id)
        if key not in rules:
            title = BY_ID[finding.rule_id].title
            rules[key] = ShownRule(title, finding.remedy, source_of(finding.source), [])
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


def is_of_text(place: str) -> bool:
    """Whether a place is an article or another part of the text, not a field."""
    return _ANCHOR.match(place) is not None


def step_of(place: str) -> str:
    """The page of the draft that a place is on: body, attachments or fields."""
    if is_of_text(place) or place == "body":
        return "body"
    return "attachments" if place == "attachments" else "fields"


def place_url(revision: Revision, place: str) -> str:
    """The page and place where a finding is mended: an article, the files, or a field."""
    step = step_of(place)
    address = reverse(f"filings:{step}", args=[revision.public_id])
    anchor = ""
    if is_of_text(place):
        anchor = place
    elif step == "fields":
        anchor = MATERIAL_FORMS[revision.filing.material].anchor_of(place)
    return f"{address}#{anchor}" if anchor else address


def source_of(source: str) -> Source:
    """The source that a rule names, one click away."""
    if source in notice.SENTENCES:
        return Source(notice.citation(source), f"{reverse('public:notice')}#{source}")
    return Source(source, text=LAWS.get(source, ""))


@with_draft
@require_safe
def findings(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The panel beside the fields alone, fetched again after the draft saved itself."""
    return render(request, "filings/_findings.html", {"panel": panel_of(revision, "fields")})
