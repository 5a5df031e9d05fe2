"""How a public page may be kept by browsers and proxies."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """A page that may be kept but is asked about every time, so that it vanishes at once.

    The view runs for every request: what is unpublished answers 404 or 410, never 304. The page
    of somebody signed in is theirs alone and is not kept at all.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        signed_in = request.user.is_authenticated
        response["Cache-Control"] = "private, no-store" if signed_in else "public, no-cache"
        patch_vary_headers(response, ["Cookie"])
        return response

    return require_safe(conditional_page(answer))
