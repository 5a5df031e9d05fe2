"""What the buttons of the review page do: remarks, verdicts, publication, the workflow."""

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.urls import reverse

from associations.permissions import signed_in

from .. import services
from ..documents import blocks as block_rules
from ..documents.places import place_names
from ..models import Revision
from ..workflow import Action, State
from .review_findings import place_name

_STILL_IN_REVIEW = {State.IN_REVIEW, State.ENDORSED}


def act_on(request: HttpRequest, revision: Revision) -> str:
    """Do what the pressed button says; returns the address to go to next.

    Raises DomainError with the sentence for the officer, Http404 for a button that does not exist.
    """
    here = reverse("admin:filings_revision_change", args=[revision.pk])
    match request.POST.get("act", ""):
        case "remark":
            return f"{here}#{_remark(request, revision)}"
        case "judge":
            return f"{here}#{_judge(request, revision)}"
        case "carry":
            return f"{here}#{_carry(request, revision)}"
        case "publish" | "unpublish" as act:
            _publish(request, revision, act)
            return here
        case act:
            moved = _move(request, revision, act)
    return here if moved.state in _STILL_IN_REVIEW else reverse("admin:filings_revision_changelist")


def _remark(request: HttpRequest, revision: Revision) -> str:
    anchor, _, place = request.POST.get("place", "").partition("|")
    services.add_remark(
        revision_id=revision.pk,
        by=signed_in(request),
        text=request.POST.get("text", ""),
        anchor=anchor,
        place=place,
        internal=request.POST.get("internal") == "on",
    )
    messages.success(request, "意见已记下。")
    return "remarks"


def _judge(request: HttpRequest, revision: Revision) -> str:
    fingerprint = request.POST.get("finding", "")
    kept = services.judge_finding(
        revision_id=revision.pk,
        fingerprint=fingerprint,
        verdict=request.POST.get("verdict", ""),
        note=request.POST.get("verdict_note", ""),
        by=signed_in(request),
    )
    messages.success(request, f"判断已记下：{kept.get_verdict_display()}。")
    return f"finding-{fingerprint[:12]}"


def _carry(request: HttpRequest, revision: Revision) -> str:
    fingerprint, place = request.POST.get("finding", ""), request.POST.get("place", "")
    names = place_names(block_rules.from_json(revision.blocks))
    made = services.remark_on_finding(
        revision_id=revision.pk,
        fingerprint=fingerprint,
        place=place_name(revision.filing.material, place, names),
        by=signed_in(request),
    )
    messages.success(request, f"已列为审核意见第 {made.number} 条，退回时一并告知报送人。")
    return f"finding-{fingerprint[:12]}"


def _publish(request: HttpRequest, revision: Revision, act: str) -> None:
    reason = request.POST.get("note", "")
    if act == "publish":
        services.publish(revision_id=revision.pk, by=signed_in(request), reason=reason)
    else:
        services.unpublish(filing_id=revision.filing_id, by=signed_in(request), reason=reason)
    messages.success(request, "公开状态已更新。")


def _move(request: HttpRequest, revision: Revision, act: str) -> Revision:
    if act not in Action.values:
        raise Http404(act)
    moved = services.perform(
        revision_id=revision.pk,
        action=Action(act),
        by=signed_in(request),
        note=request.POST.get("note", ""),
        expected_digest=request.POST.get("digest", ""),
    )
    messages.success(request, f"{moved.title}：{Action(act).label}，已办理。")
    return moved
