"""名录事项: the procedures of the two lists, each with its docket and the next steps."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse

from associations.models import Association
from associations.services.register import receiving_office_id
from huanglong_portal.common import dates
from huanglong_portal.common.officer_admin import OfficerModelAdmin
from huanglong_portal.common.templatetags.portal import state_tag

from .. import permissions, services
from ..forms import ProposalForm
from ..listings.workflow import PENDING, Action, State
from ..models import Listing
from ..presentation import docket_of
from ..submitting import sent, submitted
from .listing_acts import ACTS, Act


class StageFilter(admin.SimpleListFilter):
    """Stage of the procedure; without a choice, what is under way or in force."""

    title = "办理阶段"
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("pending", "办理中"), *State.choices, ("all", "全部")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Listing]) -> QuerySet[Listing]:
        chosen = self.value()
        if chosen is None:
            return queryset.filter(
                state__in=PENDING | {State.LISTED, State.PUBLISHED},
            )
        if chosen == "pending":
            return queryset.filter(state__in=PENDING)
        return queryset if chosen == "all" else queryset.filter(state=chosen)

    def choices(self, changelist: Any) -> Any:
        choices = list(super().choices(changelist))
        choices[0]["display"] = "办理中和在列"
        return choices


@admin.register(Listing)
class ListingAdmin(OfficerModelAdmin):
    """Listings of my office, and all that are public."""

    list_display = ["name", "list_kind", "ground_title", "stage", "statement_until", "listed_on"]
    list_filter = [StageFilter, "list_kind", "office"]
    search_fields = ["association__name", "=association__credit_code", "decision_number"]
    search_help_text = "组织名称、统一社会信用代码或决定书文号"
    ordering = ["-proposed_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Listing]:
        return Listing.objects.visible_to(request.user).select_related("association", "office")

    @admin.display(description="社会组织", ordering="association__name_sort_key")
    def name(self, listing: Listing) -> str:
        return listing.association.name

    @admin.display(description="列入情形", ordering="ground_id")
    def ground_title(self, listing: Listing) -> str:
        return listing.ground.title

    @admin.display(description="阶段", ordering="state")
    def stage(self, listing: Listing) -> str:
        return render_to_string(
            "partials/state_tag.html",
            state_tag(f"listing_{listing.state}", listing.get_state_display()),
        )

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("propose/<int:association_id>/", view(self.propose_view), name="credit_propose"),
            path("<int:listing_id>/notice/", view(self.notice_view), name="credit_notice"),
            path("<int:listing_id>/act/<slug:action>/", view(self.act_view), name="credit_act"),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The docket: facts, letters, every step, and what this officer can do next."""
        listing = self._listing(request, int(object_id) if object_id.isdigit() else 0)
        return render(
            request,
            "admin/credit/listing.html",
            {
                **self.admin_site.each_context(request),
                "title": str(listing),
                "opts": Listing._meta,
                "listing": listing,
                "docket": docket_of(listing),
                "entries": listing.entries.all(),
                "measures": listing.measures.all(),
                "acts": [
                    (action, ACTS[action])
                    for action in permissions.actions_for(request.user, listing)
                    if action in ACTS
                ],
                "is_proposer": listing.proposed_by_id == request.user.pk,
                "period_over": bool(
                    listing.statement_until and dates.today() > listing.statement_until
                ),
            },
        )

    def propose_view(self, request: HttpRequest, association_id: int) -> HttpResponse:
        """Propose to list one organisation."""
        association = get_object_or_404(
            Association.objects.visible_to(request.user), pk=association_id
        )
        if not permissions.may_propose(request.user, association, receiving_office_id(association)):
            raise Http404
        form = ProposalForm(
            *sent(request),
            entries=association.credit_entries.bad().not_retracted(),
        )
        made: list[Listing] = []

        def propose(paper_id: int | None) -> None:
            typed = form.cleaned_data
            made.append(
                services.propose_listing(
                    association_id=association.pk,
                    ground_id=typed["ground_id"],
                    facts=typed["facts"],
                    evidence=typed["evidence"],
                    entry_ids=[entry.pk for entry in typed.get("entries") or ()],
                    first_letter_on=typed["first_letter_on"],
                    second_letter_on=typed["second_letter_on"],
                    paper_id=paper_id,
                    by=request.user,
                )
            )

        if request.method == "POST" and submitted(request, form, association.pk, propose):
            messages.success(request, "已提议。下一步：印发告知书，送达后登记送达日期。")
            return redirect("admin:credit_listing_change", made[0].pk)
        return self._form_page(
            request,
            association,
            form,
            title="提议列入名单",
            lead="只能以法定情形提议。提议不产生任何后果：须先告知当事人，听取陈述申辩，"
            "再由另一位负责人决定。",
            button="提议",
            back=reverse("admin:credit_file", args=[association.pk]),
        )

    def act_view(self, request: HttpRequest, listing_id: int, action: str) -> HttpResponse:
        """One step of the procedure on a page of its own."""
        listing = self._listing(request, listing_id)
        if action not in Action.values or Action(action) not in ACTS:
            raise Http404
        act: Act = ACTS[Action(action)]
        if Action(action) not in permissions.actions_for(request.user, listing):
            messages.error(
                request,
                f"这件事项现在的状态是“{listing.get_state_display()}”，"
                f"您不能“{Action(action).label}”。",
            )
            return redirect("admin:credit_listing_change", listing.pk)
        form = act.form_for(listing, *sent(request))

        def perform(paper_id: int | None) -> None:
            act.perform(listing.pk, form.cleaned_data, paper_id, request.user)

        if request.method == "POST" and submitted(request, form, listing.association_id, perform):
            messages.success(request, act.done)
            return redirect("admin:credit_listing_change", listing.pk)
        return self._form_page(
            request,
            listing.association,
            form,
            title=act.button,
            lead=act.lead,
            button=act.button,
            back=reverse("admin:credit_listing_change", args=[listing.pk]),
            listing=listing,
        )

    def notice_view(self, request: HttpRequest, listing_id: int) -> HttpResponse:
        """The letters of a listing, set for printing."""
        listing = self._listing(request, listing_id)
        return render(
            request,
            "credit/letters.html",
            {"listing": listing, "docket": docket_of(listing)},
        )

    def _listing(self, request: HttpRequest, listing_id: int) -> Listing:
        return get_object_or_404(self.get_queryset(request), pk=listing_id)

    def _form_page(
        self, request: HttpRequest, association: Association, form: Any, **context: Any
    ) -> HttpResponse:
        return render(
            request,
            "admin/credit/form.html",
            {
                **self.admin_site.each_context(request),
                "opts": Listing._meta,
                "association": association,
                "form": form,
                **context,
            },
        )
