"""The caller's own address, when servers of ours stand in front of the application."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def callers_address(forwarded_for: str, proxies: int) -> str:
    """The address that the outermost of our own `proxies` saw, or "" when there is none.

    Every server appends the address it was called from to X-Forwarded-For; whatever stands
    further left was written by the caller and proves nothing.
    """
    hops = [hop.strip() for hop in forwarded_for.split(",")]
    if proxies < 1 or len(hops) < proxies:
        return ""
    try:
        return str(ip_address(hops[-proxies]))
    except ValueError:
        return ""


class CallersAddressMiddleware:
    """Puts the caller's address where everything looks for it (throttling, the audit trail)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forwarded_for = request.META.get("HTTP_X_FORWARDED_FOR", "")
        if address := callers_address(forwarded_for, settings.PROXIES_IN_FRONT):
            request.META["REMOTE_ADDR"] = address
        return self.get_response(request)
