"""What the checks say about a draft, each with the way to the place it concerns."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..finding_groups import Group, ShownRule, grouped
from ..forms import MATERIAL_FORMS
from ..models import Revision
from ..services.checking import OpenFinding, findings_of
from .access import with_draft
from .steps import steps_of

_ANCHOR = re.compile(r"[tcahp]\d")


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with the page and the address of its place."""

    open: OpenFinding
    step: str
    place_url: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside one page of a draft: its own findings, and how many the others have."""

    groups: list[Group[ShownFinding]]
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
        grouped(one for one in found if one.step == step),
        [(label, url, count) for label, url, count in others if count],
    )


def groups_of(revision: Revision) -> list[Group[ShownFinding]]:
    """All findings of a draft by class, hardest first; empty classes are left out."""
    return grouped(_shown(revision))


def rule_of(revision: Revision, rule_id: str) -> ShownRule[ShownFinding] | None:
    """What one rule found in a draft, None when it found nothing."""
    rules = (rule for group in groups_of(revision) for rule in group.rules)
    return next((rule for rule in rules if rule.id == rule_id), None)


def _shown(revision: Revision) -> list[ShownFinding]:
    return [
        ShownFinding(one, step_of(one.finding.place), place_url(revision, one.finding.place))
        for one in findings_of(revision)
    ]


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


@with_draft
@require_safe
def findings(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The panel beside the fields alone, fetched again after the draft saved itself."""
    return render(request, "filings/_findings.html", {"panel": panel_of(revision, "fields")})
