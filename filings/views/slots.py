"""One line of the task list: begin a document, declare 尚无 or 正在制定, carry over (沿用)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import posted, show_refusal

from .. import permissions, services
from ..forms.answers import DeclarationForm, NewDocumentForm
from ..materials import TRAITS, Material
from ..models import Revision, Round, Slot
from .access import attempt, slot_of
from .task_list import documents_of

_NAMES: dict[str, str] = {Material.STANDARD: "标准名称", Material.CASE: "案例名称"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def slot(
    request: HttpRequest, association_id: UUID, round_slug: str, material: str
) -> HttpResponse:
    """What the line asks for, what is in it, and the ways to answer it.

    POST begins a document and leads to its page.
    """
    line = slot_of(request, association_id, round_slug, material)
    traits = TRAITS[line.material]
    named = traits.several
    form = NewDocumentForm(posted(request), label=_NAMES[line.material]) if named else None
    if request.method == "POST" and (form is None or form.is_valid()):
        title = form.cleaned_data["title"] if form else ""
        try:
            draft = services.begin_filing(slot_id=line.pk, by=request.user, title=title)
        except DomainError as refusal:
            if form:
                show_refusal(form, refusal)
            else:
                messages.error(request, refusal.sentence)
        else:
            return redirect("filings:revision", draft.public_id)
    documents = documents_of([line])[line.pk]
    return render(
        request,
        "filings/slot.html",
        {
            "slot": line,
            "traits": traits,
            "form": form,
            "documents": documents,
            "carried": line.carry_overs.select_related("revision"),
            "earlier": _earlier_approved(line, [revision for revision, _ in documents]),
            "declaration": line.declarations.filter(replaced_at__isnull=True).first(),
            "takes_filings": line.round.state == Round.State.OPEN
            and permissions.may_file_for(request.user, line.association),
        },
    )


def _earlier_approved(line: Slot, here: list[Revision]) -> list[Revision]:
    """Approved documents of other rounds that could be carried over into this line."""
    return list(
        Revision.objects.approved()
        .filter(filing__association=line.association, filing__material=line.material)
        .exclude(slot=line)
        .exclude(carry_overs__slot=line)
        .exclude(filing__in=[revision.filing_id for revision in here])
        .select_related("slot__round")
        .defer("blocks", "fields", "warnings")
        .order_by("-moved_at")[:50]
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def declare(
    request: HttpRequest, association_id: UUID, round_slug: str, material: str
) -> HttpResponse:
    """Say that there is none yet, or that it is being made."""
    line = slot_of(request, association_id, round_slug, material)
    now = line.declarations.filter(replaced_at__isnull=True).first()
    known = {"kind": now.kind, "plan": now.plan, "planned_on": now.planned_on} if now else {}
    form = DeclarationForm(posted(request), initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            services.declare(slot_id=line.pk, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"{line.get_material_display()}的情况已说明，可以随时更新。")
            return redirect("filings:desk", association_id)
    return render(request, "filings/declare.html", {"slot": line, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def carry_over(
    request: HttpRequest, association_id: UUID, round_slug: str, material: str, public_id: UUID
) -> HttpResponse:
    """Certify that an approved document still holds, unchanged. Asks once before."""
    line = slot_of(request, association_id, round_slug, material)
    revision = get_object_or_404(
        Revision.objects.approved()
        .filter(filing__association=line.association, filing__material=line.material)
        .select_related("slot__round"),
        public_id=public_id,
    )
    if request.method == "POST":
        certified = attempt(
            request,
            lambda: services.carry_over(slot_id=line.pk, revision_id=revision.pk, by=request.user),
            f"已确认沿用“{revision.title}”。",
        )
        if certified:
            return redirect("filings:desk", association_id)
    return render(request, "filings/carry_over.html", {"slot": line, "revision": revision})
