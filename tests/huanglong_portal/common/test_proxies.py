"""Whose address counts when our own servers stand in front."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from huanglong_portal.common.proxies import CallersAddressMiddleware, callers_address


@pytest.mark.parametrize(
    ("forwarded_for", "proxies", "address"),
    [
        ("203.0.113.7", 1, "203.0.113.7"),
        ("203.0.113.7, 10.0.0.2", 2, "203.0.113.7"),
        ("2001:db8::1", 1, "2001:db8::1"),
        # What the caller wrote himself stands further left and is not believed.
        ("1.1.1.1, 203.0.113.7", 1, "203.0.113.7"),
        ("1.1.1.1, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"),
        # Nothing usable.
        ("", 1, ""),
        ("203.0.113.7", 0, ""),
        ("203.0.113.7", 2, ""),
        ("<script>", 1, ""),
    ],
)
def test_the_address_seen_by_our_outermost_server_counts(
    forwarded_for: str, proxies: int, address: str
) -> None:
    assert callers_address(forwarded_for, proxies) == address


def test_without_servers_in_front_the_header_changes_nothing(settings) -> None:
    settings.PROXIES_IN_FRONT = 0

    assert seen_address("203.0.113.7") == "127.0.0.1"


def test_behind_one_server_the_caller_is_recognised(settings) -> None:
    settings.PROXIES_IN_FRONT = 1

    assert seen_address("203.0.113.7") == "203.0.113.7"


def seen_address(forwarded_for: str) -> str:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.META["REMOTE_ADDR"])

    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded_for})
    return CallersAddressMiddleware(answer)(request).content.decode()
