"""An organisation's own credit file: score, why, what would raise it, entries, and being heard."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from associations.models import Association
from huanglong_portal.common import dates

from .. import permissions, services
from ..catalogue import Category
from ..forms import PaperForm, RemovalRequestForm, StatementForm
from ..listings.workflow import ACTIVE, Action
from ..models import CreditEntry, Listing
from ..presentation import bill_of, docket_of, file_lines, history_of, latest_score
from ..submitting import submitted

PAGE_SIZE = 30
# What a representative can do to a listing: the form, and what the page says when it is done.
_ACTS: dict[Action, tuple[type[PaperForm], str]] = {
    Action.STATE: (StatementForm, "陈述申辩已收到，已记入案卷。"),
    Action.ASK_REMOVAL: (RemovalRequestForm, "申请已收到，民政局核实后会通知您。"),
}


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The credit files of the organisations one acts for; straight to the only one."""
    associations = list(Association.objects.represented_by(request.user))
    if len(associations) == 1:
        return redirect("credit:file", associations[0].public_id)
    return render(request, "credit/home.html", {"associations": associations})


@never_cache
@require_safe
def credit_file(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Score with its explanation, listings that concern the organisation, entries."""
    association = get_object_or_404(
        Association.objects.represented_by(request.user), public_id=public_id
    )
    score = latest_score(association)
    entries = CreditEntry.objects.visible_to(request.user).filter(association=association)
    category = request.GET.get("category", "")
    if category in Category.values:
        entries = entries.filter(category=category)
    page = Paginator(entries.order_by("-occurred_on", "-pk"), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    listings = Listing.objects.visible_to(request.user).filter(association=association)
    return render(
        request,
        "credit/file.html",
        {
            "association": association,
            "score": score,
            "bill": bill_of(score) if score else None,
            "history": history_of(association),
            "listings": listings.order_by("-proposed_at"),
            "page": page,
            "lines": file_lines(page.object_list),
            "categories": Category.choices,
            "category": category,
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One listing that concerns the organisation: notice, period, statement, application.

    Open to a suspended organisation too: being heard is no favour.
    """
    found = get_object_or_404(
        Listing.objects.visible_to(request.user)
        .filter(association__in=Association.objects.represented_by(request.user))
        .select_related("association", "office"),
        public_id=public_id,
    )
    offered = [action for action in permissions.actions_for(request.user, found) if action in _ACTS]
    posted = request.POST.get("act", "")
    forms = {}
    for action in offered:
        form_class, done = _ACTS[action]
        mine = request.method == "POST" and posted == action
        form = form_class(request.POST, request.FILES) if mine else form_class()
        if mine and _act(request, found, action, form):
            messages.success(request, done)
            return redirect("credit:listing", public_id)
        forms[str(action)] = form
    return render(
        request,
        "credit/listing.html",
        {
            "listing": found,
            "docket": docket_of(found),
            "statement_form": forms.get(Action.STATE),
            "removal_form": forms.get(Action.ASK_REMOVAL),
            "late": bool(found.statement_until and dates.today() > found.statement_until),
            "is_active": found.state in ACTIVE,
        },
    )


def _act(request: HttpRequest, found: Listing, action: Action, form: PaperForm) -> bool:
    def state(paper_id: int | None) -> None:
        services.receive_statement(
            listing_id=found.pk,
            text=form.cleaned_data["text"],
            paper_id=paper_id,
            by=request.user,
        )

    def ask(paper_id: int | None) -> None:
        services.ask_removal(
            listing_id=found.pk,
            text=form.cleaned_data["text"],
            commitment=form.cleaned_data["commitment"],
            paper_id=paper_id,
            by=request.user,
        )

    act = state if action == Action.STATE else ask
    return submitted(request, form, found.association_id, act)
