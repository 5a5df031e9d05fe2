"""Asking the office to set a hard rule aside for one document (豁免)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import show_refusal

from .. import services
from ..forms.answers import WaiverForm
from ..models import Revision
from .access import with_draft
from .findings import rule_of


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def waiver(request: HttpRequest, revision: Revision, rule_id: str) -> HttpResponse:
    """What the rule found, and the reason why it should not hold here; nothing typed is lost."""
    rule = rule_of(revision, rule_id)
    asked_for = rule is not None and rule.findings[0].open.may_be_waived
    if not asked_for and request.method != "POST":
        return redirect("filings:check", revision.public_id)
    form = WaiverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_waiver(
                revision_id=revision.pk,
                rule_id=rule_id,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
        except DomainError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(
                request,
                f"豁免申请已交{revision.slot.office.name}，决定后会通知您。其他内容可以继续填写。",
            )
            return redirect("filings:check", revision.public_id)
    return render(
        request,
        "filings/waiver.html",
        {"revision": revision, "form": form, "rule": rule},
    )
