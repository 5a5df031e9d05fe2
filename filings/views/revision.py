"""A version as it was sent: its content, where it stands, and what its people can do with it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import posted

from .. import next_steps, permissions, presentation, services
from ..documents import blocks as block_rules
from ..forms.answers import ChangeKindForm
from ..models import Revision, Round, Slot
from ..timeline import timeline_of
from ..workflow import Action, State, transition
from .access import attempt, revision_of, with_draft
from .body import image_urls
from .files import page_urls
from .receipts import check_path
from .remarks_shown import shown, shown_by_anchor
from .steps import steps_of
from .task_list import slot_url

_REVISED_BY_BUTTON = (State.RETURNED, State.WITHDRAWN)


@never_cache
@require_safe
def revision(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The read-only page of a version; a draft is opened for filling in instead."""
    found = revision_of(request, public_id)
    may_file = permissions.may_file_for(request.user, found.filing.association)
    if found.state == State.DRAFT and may_file:
        return redirect(steps_of(found)[0].url)
    return render(request, "filings/revision.html", _context(found, may_file=may_file))


def _context(found: Revision, *, may_file: bool) -> dict[str, Any]:
    blocks = block_rules.from_json(found.blocks)
    remarks = list(found.remarks.filter(internal=False))
    versions = found.filing.revisions.defer("blocks", "fields", "warnings")
    latest = versions.order_by("-number")[0]
    return {
        "revision": found,
        "association": found.filing.association,
        "slot_url": slot_url(found.slot),
        "newer": latest if latest.pk != found.pk else None,
        "step": next_steps.of_document(
            found.state,
            office=found.slot.office.name,
            remarks=len(remarks),
            public=found.filing.published_revision_id == found.pk,
        ),
        "decision": getattr(found, "decision", None),
        "remarks": [shown(remark) for remark in remarks],
        "remarks_by_anchor": shown_by_anchor(remarks),
        "sections": presentation.sections(found.filing.material, found.fields),
        "summary": block_rules.summary(blocks),
        "blocks": list(zip(block_rules.anchors(blocks), blocks, strict=True)),
        "image_urls": image_urls(found, blocks),
        "attached": [
            (one, page_urls(one.upload))
            for one in found.attachments.in_order().select_related("upload__original")
        ],
        "like_texts": found.like_texts.public_others(),
        "timeline": timeline_of(found, names=False),
        "versions": versions.order_by("-number").select_related("slot__round"),
        "receipt": getattr(found, "receipt", None),
        "may_withdraw": may_file and transition(found.state, Action.WITHDRAW) is not None,
        "may_revise": may_file
        and latest.pk == found.pk
        and found.state in (*_REVISED_BY_BUTTON, State.APPROVED)
        and _slot_to_revise_in(found) is not None,
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a submission back before it is decided. Asks once before."""
    found = revision_of(request, public_id)
    if request.method == "POST":
        attempt(
            request,
            lambda: services.perform(
                revision_id=found.pk,
                action=Action.WITHDRAW,
                by=request.user,
                note=request.POST.get("note", ""),
            ),
            "已撤回。修改后可以重新提交。",
        )
        return redirect("filings:revision", public_id)
    if transition(found.state, Action.WITHDRAW) is None:
        return redirect("filings:revision", public_id)
    return render(request, "filings/withdraw.html", {"revision": found})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def revise(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Begin the next version. After a return or withdrawal with one button; of an approved
    document after saying what sort of change it is."""
    found = revision_of(request, public_id)
    slot = _slot_to_revise_in(found)
    asks = found.state not in _REVISED_BY_BUTTON
    form = ChangeKindForm(posted(request)) if asks else None
    if request.method == "POST" and (form is None or form.is_valid()):
        kind = form.cleaned_data["change_kind"] if form else found.change_kind
        try:
            draft = services.revise(
                filing_id=found.filing_id,
                slot_id=(slot or found.slot).pk,
                by=request.user,
                change_kind=kind,
            )
        except DomainError as refusal:
            messages.error(request, refusal.sentence)
        else:
            return redirect("filings:revision", draft.public_id)
    if form is None:
        return redirect("filings:revision", public_id)
    return render(request, "filings/revise.html", {"revision": found, "form": form})


def _slot_to_revise_in(found: Revision) -> Slot | None:
    """The line that the next version belongs to: this one while its round is open or the version
    came back, else the same material's line in the newest open round."""
    if found.state in _REVISED_BY_BUTTON or found.slot.round.state == Round.State.OPEN:
        return found.slot
    return (
        Slot.objects.filter(
            association=found.filing.association_id,
            material=found.filing.material,
            round__state=Round.State.OPEN,
        )
        .order_by("-round__year", "-round")
        .first()
    )


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, draft: Revision) -> HttpResponse:
    """Throw a draft away, after asking once."""
    back = slot_url(draft.slot)
    if request.method == "POST":
        done = attempt(
            request,
            lambda: services.discard_draft(revision_id=draft.pk, by=request.user),
            f"“{draft.title}”的草稿已删除。",
        )
        return redirect(back) if done else redirect("filings:revision", draft.public_id)
    return render(request, "filings/discard.html", {"revision": draft})


@never_cache
@require_safe
def receipt(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The receipt (回执) of a submitted version, to be printed and kept."""
    found = revision_of(request, public_id)
    issued = getattr(found, "receipt", None)
    if issued is None:
        return redirect("filings:revision", public_id)
    return render(
        request,
        "filings/receipt.html",
        {
            "revision": found,
            "receipt": issued,
            "association": found.filing.association,
            "check_path": check_path(issued),
            "check_address": f"{settings.PUBLIC_URL}{check_path(issued)}",
        },
    )
