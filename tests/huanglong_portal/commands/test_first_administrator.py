"""The first administrator of a new installation."""

import io

import pytest
from django.core.management import CommandError, call_command

from associations.models import Posting, User
from huanglong_portal.common.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch):
    def typed(password: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))

    return typed


def appoint(username: str = "wang") -> None:
    call_command(
        "first_administrator", username, name="王某", email="wang@hualong.example", verbosity=0
    )


def test_the_first_administrator_can_enter_and_the_trail_says_so(typed) -> None:
    typed("Ninth-of-November")

    appoint()

    person = User.objects.get(username="wang")
    assert person.check_password("Ninth-of-November")
    assert person.holds(Posting.Role.ADMINISTRATOR)
    assert AuditEvent.objects.filter(action="associations.appoint").count() == 1


def test_there_is_no_second_first_administrator(typed) -> None:
    typed("Ninth-of-November")
    appoint()

    with pytest.raises(CommandError, match="已经有系统管理员"):
        appoint("li")


def test_a_weak_password_makes_no_account(typed) -> None:
    typed("12345678")

    with pytest.raises(CommandError, match="密码不合要求"):
        appoint()

    assert not User.objects.exists()
