"""The review page: articles and page images, fields, findings, remarks, decision at the foot."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from associations.permissions import signed_in
from huanglong_portal.common.errors import DomainError

from .. import model_clauses, permissions, presentation
from ..comparison import compared_by_default
from ..documents import blocks as block_rules
from ..documents.places import place_names
from ..models import Revision
from ..timeline import timeline_of
from ..workflow import OPEN, TABLE, Action, Role, State
from .review_acts import act_on
from .review_findings import finding_marks, reviewed_findings, to_look_at
from .review_likeness import likeness_marks, likeness_of

if TYPE_CHECKING:
    from .queue import RevisionAdmin

_FIELD_PLACES = (("fields", "填报内容"), ("fees", "收费标准"), ("attachments", "附件"))
_DECIDING = {State.IN_REVIEW, State.ENDORSED}


def review_page(admin: "RevisionAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Show one revision to an officer of its office, and take the officer's act.

    404 for what the officer may not see. An act that is refused leaves what was typed in place.
    """
    revision = (
        Revision.objects.visible_to(request.user)
        .select_related("filing__association", "slot__round", "slot__office", "claimed_by")
        .filter(pk=object_id)
        .first()
        if object_id.isdigit()
        else None
    )
    if revision is None:
        raise Http404
    typed: dict[str, str] = {}
    if request.method == "POST":
        try:
            return HttpResponseRedirect(act_on(request, revision))
        except DomainError as refused:
            messages.error(request, refused.sentence)
            typed = {key: str(value) for key, value in request.POST.items()}
            revision.refresh_from_db()
    return render(
        request,
        "admin/filings/review.html",
        {
            **admin.admin_site.each_context(request),
            "title": revision.title,
            "opts": Revision._meta,
            "typed": typed,
            **_context(request, revision),
        },
        status=409 if typed else 200,
    )


def _context(request: HttpRequest, revision: Revision) -> dict[str, Any]:
    body = block_rules.from_json(revision.blocks)
    anchors = block_rules.anchors(body)
    remarks = list(revision.remarks.select_related("by"))
    by_anchor: dict[str, list[Any]] = {}
    for remark in remarks:
        by_anchor.setdefault(remark.anchor, []).append(remark)
    roles = permissions.roles_of(request.user, revision.slot)
    names = place_names(body)
    findings = (
        reviewed_findings(revision, names=names, remarks=remarks) if revision.state in OPEN else []
    )
    likeness = likeness_of(revision, request.user)
    beside = (finding_marks(findings), model_clauses.marks(body), likeness_marks(likeness))
    earlier = (
        revision.filing.revisions.exclude(pk=revision.pk)
        .exclude(state=State.DRAFT)
        .prefetch_related("remarks")
        .defer("blocks", "fields")
    )
    may_publish = permissions.may_publish(signed_in(request), revision.slot)
    return {
        "revision": revision,
        "association": revision.filing.association,
        "blocks": list(zip(anchors, body, strict=True)),
        "summary": block_rules.summary(body),
        "image_urls": {
            block.image: reverse("filings:body_image", args=[revision.public_id, block.image])
            for block in body
            if block.image
        },
        "sections": presentation.sections(revision.filing.material, revision.fields),
        "attachments": [
            (attachment, _page_urls(attachment))
            for attachment in revision.attachments.in_order().select_related("upload__original")
        ],
        "findings": findings,
        "to_look_at": to_look_at(findings),
        "remarks": remarks,
        "remarks_by_anchor": by_anchor,
        "marks": {
            anchor: [words for marks in beside for words in marks.get(anchor, ())]
            for anchor in names
        },
        "likeness": likeness,
        "places": [
            *((name, label) for name, label in _FIELD_PLACES),
            *(
                (anchor, names[anchor])
                for anchor, block in zip(anchors, body, strict=True)
                if block.type in ("article", "chapter", "section", "heading")
            ),
        ],
        "may_remark": revision.state in _DECIDING and bool(roles & {Role.HANDLER, Role.CHIEF}),
        "steps": _steps(revision, roles, signed_in(request).pk),
        "conflicted": permissions.is_conflicted(signed_in(request), revision.filing.association),
        "earlier": earlier,
        "compared_with": compared_by_default(revision),
        "timeline": timeline_of(revision),
        "may_publish": may_publish and revision.state == State.APPROVED,
        "is_public": revision.filing.published_revision_id == revision.pk,
    }


def _page_urls(attachment: Any) -> list[str]:
    upload = attachment.upload
    if upload.pages_blob_id is None:
        return []
    shown = min(upload.pages or 1, 40)
    return [
        reverse("filings:file_page", args=[upload.public_id, page]) for page in range(1, shown + 1)
    ]


def _steps(revision: Revision, roles: frozenset[Role], user_id: int) -> list[Action]:
    """Buttons for this person now; who endorsed is not offered the approval."""
    steps = [
        row.action
        for row in TABLE
        if row.source == revision.state and row.roles & roles - {Role.FILER}
    ]
    endorsement = getattr(revision, "endorsement", None)
    if endorsement and endorsement.by_id == user_id and Action.APPROVE in steps:
        steps.remove(Action.APPROVE)
    return steps
