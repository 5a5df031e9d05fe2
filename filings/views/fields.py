"""The structured fields of a draft: saved by button or by themselves while somebody types."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import Conflict, DomainError

from .. import sanction_articles, services
from ..documents import blocks as block_rules
from ..forms import MATERIAL_FORMS, MaterialForm
from ..materials import Material
from ..models import Revision
from .access import with_draft
from .findings import is_of_text, panel_of
from .remarks_shown import shown
from .steps import next_url, open_remarks, steps_of

CONFLICT = 409


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def fields(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Fill in the particulars.

    Whatever makes sense is saved, also while another field is wrong; a save that comes too late
    (someone else saved or submitted meanwhile) shows everything typed again.
    """
    form_kind = MATERIAL_FORMS[revision.filing.material]
    if request.method != "POST":
        form = form_kind(title=revision.title, fields=_with_found_articles(revision))
        return _page(request, revision, form)
    form = form_kind(request.POST, title=revision.title, fields=revision.fields)
    complete = form.is_valid()
    refusal = _save(request, revision, form)
    if request.headers.get("X-Autosave"):
        return _told(revision, form, refusal)
    if refusal is None and complete and "more" not in request.POST:
        if request.POST.get("then") == "next":
            return redirect(next_url(revision, "fields"))
        return redirect("filings:fields", revision.public_id)
    return _page(request, revision, form, refusal)


def _save(request: HttpRequest, revision: Revision, form: MaterialForm) -> DomainError | None:
    """Save what makes sense; returns the refusal where there is one. ``revision`` is then fresh."""
    version = request.POST.get("version", "")
    refusal = None
    try:
        services.save_draft(
            revision_id=revision.pk,
            by=request.user,
            title=form.saved_title,
            fields=form.saved_fields(),
            expected_version=int(version) if version.isdigit() else None,
        )
    except DomainError as refused:
        refusal = refused
    revision.refresh_from_db(fields=["version", "saved_at", "state", "title", "fields"])
    return refusal


def _told(revision: Revision, form: MaterialForm, refusal: DomainError | None) -> JsonResponse:
    """The answer to a page that saves by itself."""
    if refusal:
        told = {"refusal": refusal.sentence, "version": revision.version}
        return JsonResponse(told, status=CONFLICT)
    moment = timezone.localtime(revision.saved_at)
    wrong = len(form.errors) + sum(table.total_error_count() for table in form.row_sets.values())
    return JsonResponse(
        {"saved": f"已保存 {moment:%H:%M}", "version": revision.version, "wrong": wrong}
    )


def _page(
    request: HttpRequest,
    revision: Revision,
    form: MaterialForm,
    refusal: DomainError | None = None,
) -> HttpResponse:
    return render(
        request,
        "filings/fields.html",
        {
            "revision": revision,
            "form": form,
            "tables": list(form.row_sets.values()),
            "refusal": refusal,
            "steps": steps_of(revision),
            "step": "fields",
            "panel": panel_of(revision, "fields"),
            "remarks": [shown(one) for one in open_remarks(revision) if not is_of_text(one.anchor)],
        },
        status=CONFLICT if isinstance(refusal, Conflict) else 200,
    )


def _with_found_articles(revision: Revision) -> dict[str, object]:
    """The stored fields; where the measures are still open, the articles that the text names."""
    fields = dict(revision.fields)
    if revision.filing.material == Material.CONVENTION and not fields.get("sanctions"):
        found = sanction_articles.find(block_rules.from_json(revision.blocks))
        if found:
            fields["sanctions"] = found
    return fields
