"""Where a person begins after signing in: officers at their desk, representatives at theirs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """Send a person who has just signed in to their desk."""
    if request.user.is_officer:
        return redirect("admin:index")
    return redirect("filings:desks")
