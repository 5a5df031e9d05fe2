"""Signing in, forgotten passwords, one's own particulars."""

import email
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from huanglong_portal.common.models import OutboxMessage
from tests.factories.organisations import association
from tests.factories.people import officer, representative, user

PASSWORD = "Hualong-2026"


@pytest.mark.django_db
def test_a_representative_lands_on_the_desk_and_an_officer_on_theirs(client: Client) -> None:
    person = representative(association())
    client.post(reverse("login"), {"username": person.username, "password": PASSWORD})
    assert client.get(reverse("landing")).url == "/desk/"

    at_the_bureau = Client()
    at_the_bureau.force_login(officer())
    assert at_the_bureau.get(reverse("landing")).url == "/admin/"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["//evil.example", "https:evil.example", "\\evil.example"])
def test_signing_in_never_leads_off_the_site(client: Client, address: str) -> None:
    person = user()
    form = {"username": person.username, "password": PASSWORD, "next": address}

    sent_to = urljoin("https://portal.example/login/", client.post(reverse("login"), form).url)

    assert urlsplit(sent_to).netloc == "portal.example"


@pytest.mark.django_db
def test_wrong_passwords_are_slowed_down_and_the_page_says_for_how_long(client: Client) -> None:
    person = user()
    wrong = {"username": person.username, "password": "wrong"}
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert "登录名或密码不对" in client.post(reverse("login"), wrong).content.decode()

    throttled = client.post(reverse("login"), wrong)
    still = client.post(reverse("login"), {**wrong, "password": PASSWORD})

    assert throttled.status_code == still.status_code == 429
    assert "15 分钟后自动恢复" in throttled.content.decode()


@pytest.mark.django_db
def test_signing_out_needs_a_button_and_ends_the_session(client: Client) -> None:
    client.force_login(user())
    assert client.get(reverse("logout")).status_code == 405

    client.post(reverse("logout"))

    assert client.get(reverse("associations:account")).status_code == 302


@pytest.mark.django_db
def test_known_and_unknown_names_get_the_same_answer(client: Client) -> None:
    person = user()

    answers = [
        client.post(reverse("password_reset"), {"name": name}, follow=True)
        for name in (person.username, person.email, "nobody")
    ]

    pages = {re.sub(r'name="csrfmiddlewaretoken".*?>', "", a.content.decode()) for a in answers}
    assert len(pages) == 1
    assert OutboxMessage.objects.filter(topic="mail").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["HTTP_HOST", "HTTP_X_FORWARDED_HOST"])
def test_the_mailed_link_names_the_portal_whatever_host_was_asked(
    client: Client, header: str
) -> None:
    person = user()

    client.post(reverse("password_reset"), {"name": person.username}, **{header: "evil.example"})
    client.post(reverse("password_reset"), {"name": person.username})

    said = [message.payload["body"] for message in OutboxMessage.objects.filter(topic="mail")]
    assert len(said) == 1
    assert "evil" not in said[0]
    assert f"{settings.PUBLIC_URL}/password/reset/" in said[0]


@pytest.mark.django_db
def test_a_forgotten_password_is_set_anew_once(
    client: Client, deliver_outbox: Callable[[], int]
) -> None:
    person = user()
    elsewhere = Client()
    elsewhere.force_login(person)
    client.post(reverse("password_reset"), {"name": person.email})
    deliver_outbox()
    link = re.search(r"http\S+", mail.outbox[0].body)[0].removeprefix(settings.PUBLIC_URL)

    page = client.get(link, follow=True)
    form_address = page.redirect_chain[-1][0]
    client.post(form_address, {"new_password1": "Qiche-2027!", "new_password2": "Qiche-2027!"})

    signed_in = client.post(
        reverse("login"), {"username": person.username, "password": "Qiche-2027!"}
    )
    assert signed_in.url == reverse("landing")
    assert elsewhere.get(reverse("associations:account")).status_code == 302
    assert "已经失效" in Client().get(link, follow=True).content.decode()


@pytest.mark.django_db
def test_one_network_cannot_send_mails_without_end(client: Client) -> None:
    people = [user() for _ in range(22)]

    answers = {
        client.post(reverse("password_reset"), {"name": person.username}).url for person in people
    }

    assert answers == {reverse("password_reset_done")}
    assert OutboxMessage.objects.filter(topic="mail").count() == 20


@pytest.mark.django_db
def test_nobody_without_an_active_account_gets_a_way_back_in(client: Client) -> None:
    gone = user(is_active=False)

    client.post(reverse("password_reset"), {"name": gone.username})

    assert not OutboxMessage.objects.filter(topic="mail").exists()


@pytest.mark.django_db
def test_changing_the_password_needs_the_old_one_and_ends_other_sessions(client: Client) -> None:
    person = user()
    client.force_login(person)
    elsewhere = Client()
    elsewhere.force_login(person)
    new = {"new_password1": "Qiche-2027!", "new_password2": "Qiche-2027!"}

    refused = client.post(reverse("password_change"), {"old_password": "wrong", **new})
    client.post(reverse("password_change"), {"old_password": PASSWORD, **new})

    assert "现在的密码不对" in refused.content.decode()
    assert client.get(reverse("associations:account")).status_code == 200
    assert elsewhere.get(reverse("associations:account")).status_code == 302


@pytest.mark.django_db
def test_particulars_are_corrected_and_nothing_else_can_be_set(client: Client) -> None:
    person = user()
    client.force_login(person)
    typed = {"name": "张三", "mobile": "+86 138-0000-0002", "email": "zhang@hualong.example"}
    forbidden = {"is_staff": "on", "is_superuser": "on", "username": "root", "is_active": ""}

    client.post(reverse("associations:account"), {**typed, **forbidden})

    person.refresh_from_db()
    assert (person.name, person.mobile) == ("张三", "13800000002")
    assert not person.is_staff
    assert not person.is_superuser
    assert person.is_active
    assert person.username != "root"


@pytest.mark.django_db
def test_the_mailbox_of_a_development_machine_shows_a_mail_as_text(
    client: Client, settings: object, tmp_path: Path
) -> None:
    settings.DEVELOPMENT_MAILBOX = True
    settings.EMAIL_FILE_PATH = str(tmp_path)
    letter = email.message.EmailMessage()
    letter["Subject"], letter["To"] = "重新设置密码", "zhang@hualong.example"
    letter.set_content("请打开 http://127.0.0.1:8000/x/ <script>alert(1)</script>")
    (tmp_path / "20260301-1.log").write_bytes(letter.as_bytes() + b"\n" + b"-" * 79 + b"\n")

    listed = client.get(reverse("associations:mailbox")).content.decode()
    shown = client.get(reverse("associations:letter", args=["20260301-1.log"])).content.decode()

    assert "重新设置密码" in listed
    assert "请打开" in shown
    assert "<script>alert" not in shown
    assert "-----" not in shown
    assert client.get("/dev/mailbox/..%2Fsecret-key/").status_code == 404


@pytest.mark.django_db
def test_there_is_no_mailbox_page_where_mail_really_leaves(
    client: Client, settings: object
) -> None:
    settings.DEVELOPMENT_MAILBOX = False

    assert client.get(reverse("associations:mailbox")).status_code == 404
