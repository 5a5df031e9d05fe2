"""The notice as an article whose every sentence has an address, and the rounds it called."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ... import notice as original
from ...models import Round
from .caching import public_page

ROUNDS_SHOWN = 5


@login_not_required
@public_page
def notice(request: HttpRequest) -> HttpResponse:
    """The bureau's notice to the character, and what is being asked for now."""
    return render(
        request,
        "filings/public/notice.html",
        {
            "paragraphs": original.NOTICE_PARAGRAPHS,
            "title": original.TITLE,
            "issuer": original.ISSUER,
            "issued_on": original.ISSUED_ON,
            "rounds": Round.objects.announced().order_by("-opens_on")[:ROUNDS_SHOWN],
        },
    )
