"""The organisation's desk: what is to be done, days left, messages; nothing else."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from associations.models import Association

from .. import permissions
from ..models import Round, Slot
from .access import organisation_of
from .task_list import task_lists

_MESSAGES = 3


@never_cache
@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    """The organisations a person acts for; with only one, straight to it."""
    found = list(Association.objects.represented_by(request.user))
    if len(found) == 1:
        return redirect(
            "associations:application"
            if found[0].state in ("applied", "refused")
            else "filings:desk",
            found[0].public_id,
        )
    return render(request, "filings/desks.html", {"associations": found})


@never_cache
@require_safe
def desk(request: HttpRequest, association_id: UUID) -> HttpResponse:
    """One organisation's desk."""
    association = organisation_of(request, association_id)
    slots = Slot.objects.filter(association=association).select_related(
        "round", "office", "association"
    )
    earlier = (
        Round.objects.announced()
        .filter(slots__association=association)
        .exclude(state=Round.State.OPEN)
        .distinct()
    )
    unread = request.user.portal_messages.filter(read_at__isnull=True, association=association)
    return render(
        request,
        "filings/desk.html",
        {
            "association": association,
            "others": Association.objects.represented_by(request.user)
            .exclude(pk=association.pk)
            .exists(),
            "may_file": permissions.may_file_for(request.user, association),
            "lists": task_lists(slots.filter(round__state=Round.State.OPEN)),
            "earlier": earlier,
            "unread": list(unread[:_MESSAGES]),
        },
    )


@never_cache
@require_safe
def earlier_round(request: HttpRequest, association_id: UUID, round_slug: str) -> HttpResponse:
    """The task list of one round, also when it is over."""
    association = organisation_of(request, association_id)
    slots = Slot.objects.filter(association=association, round__slug=round_slug)
    get_object_or_404(Round.objects.announced(), slug=round_slug)
    lists = task_lists(slots.select_related("round", "office", "association"))
    if not lists:
        return redirect("filings:desk", association.public_id)
    return render(request, "filings/round.html", {"association": association, "list": lists[0]})
