"""Pages for what went wrong."""

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.test import Client, RequestFactory

from huanglong_portal import failures


@pytest.mark.django_db
def test_a_page_that_is_not_there_names_a_code_and_a_telephone(client: Client) -> None:
    answer = client.get("/no-such-page/")
    page = answer.content.decode()

    assert answer.status_code == 404
    assert "没有找到这一页" in page
    assert answer["X-Request-ID"] in page
    assert settings.BUREAU_PHONE in page


def test_a_failure_of_the_portal_asks_the_database_nothing() -> None:
    request: HttpRequest = RequestFactory().get("/")
    request.request_id = "9f3c1a2b77d0"  # type: ignore[attr-defined]

    # This test has no database: a query would fail it.
    answer = failures.server_error(request)

    page = answer.content.decode()
    assert answer.status_code == 500
    assert "9f3c1a2b77d0" in page
    assert "已经保存的内容都在" in page


@pytest.mark.django_db
def test_an_old_page_says_that_nothing_saved_is_lost() -> None:
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/login/", {"username": "x", "password": "y"})

    assert answer.status_code == 403
    assert "页面已过期，请重新提交" in answer.content.decode()


@pytest.mark.django_db
def test_a_broken_request_is_answered_in_words() -> None:
    request = RequestFactory().get("/")

    answer = failures.bad_request(request, SuspiciousOperation())

    assert answer.status_code == 400
    assert "这次请求没有完成" in answer.content.decode()
