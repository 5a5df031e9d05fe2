"""Answering the officers' remarks of a returned version, one by one and all in one form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import posted

from .. import services
from ..forms.answers import RemarksForm
from ..models import Revision
from .access import with_draft
from .findings import place_url
from .steps import next_url, open_remarks, steps_of


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def remarks(request: HttpRequest, revision: Revision) -> HttpResponse:
    """All remarks with the way to their places; what is right is saved, the rest stays typed."""
    found = open_remarks(revision)
    if not found:
        return redirect("filings:revision", revision.public_id)
    form = RemarksForm(posted(request), remarks=found)
    if request.method == "POST":
        complete = form.is_valid()
        _answer(request, form)
        if complete and form.is_valid():
            messages.success(request, "答复已保存。")
            return redirect(next_url(revision, "remarks"))
    before = revision.filing.revisions.filter(number__lt=revision.number).order_by("-number")
    return render(
        request,
        "filings/remarks.html",
        {
            "revision": revision,
            "form": form,
            "lines": [
                (remark, answer, text, place_url(revision, remark.anchor) if remark.anchor else "")
                for remark, answer, text in form.lines
            ],
            "decision": before[0].decision,
            "steps": steps_of(revision),
            "step": "remarks",
        },
    )


def _answer(request: HttpRequest, form: RemarksForm) -> None:
    for remark in form.remarks:
        names = {f"answer_{remark.number}", f"text_{remark.number}"}
        if names & form.errors.keys():
            continue
        answer, text = form.given(remark)
        if not answer or (answer, text) == (remark.answer, remark.answer_text):
            continue
        try:
            services.answer_remark(remark_id=remark.pk, by=request.user, answer=answer, text=text)
        except DomainError as refusal:
            form.add_error(f"text_{remark.number}", refusal.sentence)
