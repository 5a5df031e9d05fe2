"""What the portal has told a person (消息), newest first."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from .. import services

_A_PAGE = 20


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """All messages; reading the list changes nothing."""
    found = request.user.portal_messages.select_related("association")
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    unread = request.user.portal_messages.filter(read_at__isnull=True).count()
    return render(request, "associations/messages.html", {"page": page, "unread": unread})


@require_POST
def read_message(request: HttpRequest, message_id: int) -> HttpResponse:
    """Note one message as read and go to the page where the matter is handled."""
    message = get_object_or_404(request.user.portal_messages, pk=message_id)
    services.mark_read(message_id=message.pk, by=request.user)
    if message.path and url_has_allowed_host_and_scheme(message.path, allowed_hosts=None):
        return redirect(message.path)
    return redirect("associations:messages")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Note every message as read."""
    services.mark_all_read(by=request.user)
    return redirect("associations:messages")
