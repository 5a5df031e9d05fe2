"""The pages shown when a request could not be served, with the fault code to say on the telephone.

Missing and forbidden pages (404, 403) are Django's own views over our templates.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from .common.site import site


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what arrived was incomplete or too large."""
    return render(request, "400.html", status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form from a page that is too old, or from another site."""
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the portal itself failed. Asks neither the database nor the session anything."""
    context = {**site(request), "fault_code": getattr(request, "request_id", "")}
    return HttpResponse(loader.get_template("500.html").render(context), status=500)
