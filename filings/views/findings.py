"""What the checks say about a draft, each with the way to the place it concerns."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from .. import notice
from ..checks import Severity
from ..forms import MATERIAL_FORMS
from ..models import Revision
from ..services.checking import OpenFinding, findings_of
from .access import with_draft

_ANCHOR = re.compile(r"[tcahp]\d")
LABELS = {
    Severity.MUST_FIX: "必须改正",
    Severity.PLEASE_EXPLAIN: "请说明",
    Severity.HINT: "提示",
}


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with its addresses, as the panel draws it."""

    open: OpenFinding
    place_url: str
    source_url: str
    source_words: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one class."""

    key: str
    label: str
    findings: list[ShownFinding]


def groups_of(revision: Revision) -> list[Group]:
    """The findings of a draft by class, hardest first; empty classes are left out."""
    shown: dict[Severity, list[ShownFinding]] = {severity: [] for severity in LABELS}
    for one in findings_of(revision):
        shown[one.finding.severity].append(
            ShownFinding(
                one,
                place_url(revision, one.finding.place),
                *source_of(one.finding.source),
            )
        )
    return [Group(key, LABELS[key], found) for key, found in shown.items() if found]


def is_of_text(place: str) -> bool:
    """Whether a place is an article or another part of the text, not a field."""
    return _ANCHOR.match(place) is not None


def place_url(revision: Revision, place: str) -> str:
    """The page and place where a finding is mended: an article, the files, or a field."""

    def page(key: str, anchor: str = "") -> str:
        address = reverse(f"filings:{key}", args=[revision.public_id])
        return f"{address}#{anchor}" if anchor else address

    if is_of_text(place):
        return page("body", place)
    if place.startswith(("body", "blocks")):
        return page("body")
    if place.startswith("attachment"):
        return page("attachments")
    return page("fields", MATERIAL_FORMS[revision.filing.material].anchor_of(place))


def source_of(source: str) -> tuple[str, str]:
    """Address and words of what a finding rests on. Only the notice has an address here."""
    if source in notice.SENTENCES:
        return f"{reverse('public:notice')}#{source}", notice.citation(source)
    return "", source


@with_draft
@require_safe
def findings(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The panel alone, fetched again after the draft was saved."""
    return render(
        request, "filings/_findings.html", {"groups": groups_of(revision), "revision": revision}
    )
