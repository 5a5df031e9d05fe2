"""Whether a printed receipt is genuine: for whoever holds the paper, nobody else.

The address carries the first digits of the content's digest, so that receipts cannot be counted
through by their numbers.
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from huanglong_portal.common import qr

from ..models import Receipt

CODE_LENGTH = 12


def _receipt_of(number: str, code: str) -> Receipt:
    receipt = (
        Receipt.objects.select_related("revision__filing__association")
        .defer("revision__blocks", "revision__fields")
        .filter(number=number)
        .first()
    )
    if receipt is None or len(code) != CODE_LENGTH or not receipt.digest.startswith(code):
        raise Http404
    return receipt


def check_path(receipt: Receipt) -> str:
    """The public address that says that a receipt is genuine."""
    return reverse("filings:receipt_check", args=[receipt.number, receipt.digest[:CODE_LENGTH]])


@login_not_required
@require_safe
def receipt_check(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Number, time, digest, material and organisation of a genuine receipt; nothing of its
    content."""
    receipt = _receipt_of(number, code)
    answer = render(request, "filings/receipt_check.html", {"receipt": receipt})
    answer["X-Robots-Tag"] = "noindex"
    return answer


@login_not_required
@require_safe
def receipt_code(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """The QR code that leads to ``receipt_check``."""
    receipt = _receipt_of(number, code)
    drawing = qr.svg(f"{settings.PUBLIC_URL}{check_path(receipt)}")
    return HttpResponse(drawing, content_type="image/svg+xml")
