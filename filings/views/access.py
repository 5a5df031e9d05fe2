"""Finding what a page is about, among what this person may see; everything else is not found."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache

from associations.models import Association
from huanglong_portal.common.errors import DomainError

from .. import permissions
from ..models import Revision, Slot
from ..workflow import State

Parameters = ParamSpec("Parameters")
DraftView = Callable[Concatenate[HttpRequest, Revision, Parameters], HttpResponse]


def organisation_of(request: HttpRequest, association_id: UUID) -> Association:
    """An organisation this person acts for. 404 otherwise."""
    return get_object_or_404(
        Association.objects.represented_by(request.user), public_id=association_id
    )


def slot_of(request: HttpRequest, association_id: UUID, round_slug: str, material: str) -> Slot:
    """One line of the task list of an organisation this person acts for. 404 otherwise."""
    return get_object_or_404(
        Slot.objects.select_related("round", "association", "office").filter(
            association__in=Association.objects.represented_by(request.user)
        ),
        association__public_id=association_id,
        round__slug=round_slug,
        material=material,
    )


def revision_of(request: HttpRequest, public_id: UUID) -> Revision:
    """A version this person may see. 404 otherwise."""
    return get_object_or_404(
        Revision.objects.visible_to(request.user).select_related(
            "filing__association", "slot__round", "slot__office", "slot__association"
        ),
        public_id=public_id,
    )


def with_draft(view: DraftView[Parameters]) -> Callable[..., HttpResponse]:
    """Give the view the draft that its address names.

    Whoever only opens the page of what is no draft any more, or may not file now, is led to the
    read-only page. Something sent is handed on all the same: the doors refuse it in words, and
    the view shows it again, so that nothing typed is lost.
    """

    @never_cache
    @wraps(view)
    def found(
        request: HttpRequest,
        public_id: UUID,
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> HttpResponse:
        revision = revision_of(request, public_id)
        if request.method != "POST":
            if revision.state != State.DRAFT:
                return redirect("filings:revision", revision.public_id)
            if not permissions.may_file_for(request.user, revision.filing.association):
                return redirect("filings:revision", revision.public_id)
        return view(request, revision, *args, **kwargs)

    return found


def attempt(request: HttpRequest, act: Callable[[], Any], done: str = "") -> bool:
    """Do it and say so, or say in words why not."""
    try:
        act()
    except DomainError as refusal:
        messages.error(request, refusal.sentence)
        return False
    if done:
        messages.success(request, done)
    return True
