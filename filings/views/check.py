"""Check and submit: what will be sent, what the checks say, explanations, confirmation."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import DomainError

from .. import presentation, services
from ..checks import Severity
from ..documents import blocks as block_rules
from ..models import Remark, Revision
from ..workflow import Action
from .access import with_draft
from .body import image_urls
from .findings import groups_of
from .steps import open_remarks, steps_of

_EXPLAIN = "explain-"


class ConfirmForm(forms.Form):
    """The one tick before submission."""

    confirm = forms.BooleanField(
        label="我确认以上内容真实、完整，已经本组织负责人同意报送。",
        error_messages={"required": "请先确认内容真实、完整，再提交。"},
    )


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, revision: Revision) -> HttpResponse:
    """See everything once more; POST saves the explanations and, asked to, submits.

    A refused submission shows the page again with every explanation that was typed.
    """
    typed = {
        key.removeprefix(_EXPLAIN): value
        for key, value in request.POST.items()
        if key.startswith(_EXPLAIN)
    }
    submitting = request.POST.get("then") == "submit"
    form = ConfirmForm(request.POST if submitting else None)
    refusal = ""
    if request.method == "POST":
        confirmed = form.is_valid() if submitting else True
        try:
            services.explain_findings(revision_id=revision.pk, texts=typed, by=request.user)
            if submitting and confirmed:
                services.perform(revision_id=revision.pk, action=Action.SUBMIT, by=request.user)
                return redirect("filings:receipt", revision.public_id)
        except DomainError as refused:
            refusal = refused.sentence
        if not submitting and not refusal:
            messages.success(request, "说明已保存。")
            return redirect("filings:check", revision.public_id)
    return render(
        request,
        "filings/check.html",
        {**_context(revision, typed), "form": form, "refusal": refusal},
    )


def _context(revision: Revision, typed: dict[str, str]) -> dict[str, Any]:
    blocks = block_rules.from_json(revision.blocks)
    groups = groups_of(revision)
    return {
        "revision": revision,
        "association": revision.filing.association,
        "steps": steps_of(revision),
        "step": "check",
        "groups": groups,
        "blocking": sum(group.blocking for group in groups),
        "to_mend": sum(group.blocking for group in groups if group.key == Severity.MUST_FIX),
        "typed": typed,
        "unanswered": [
            remark for remark in open_remarks(revision) if remark.answer == Remark.Answer.OPEN
        ],
        "sections": presentation.sections(revision.filing.material, revision.fields),
        "summary": block_rules.summary(blocks),
        "blocks": list(zip(block_rules.anchors(blocks), blocks, strict=True)),
        "image_urls": image_urls(revision, blocks),
        "attached": revision.attachments.in_order().select_related("upload__original"),
    }
