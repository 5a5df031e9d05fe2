"""The officers' way in from their desk."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Credit files are kept in the admin; nobody else has a desk here."""
    if not request.user.is_officer:
        raise Http404
    return redirect("admin:credit_score_changelist")
