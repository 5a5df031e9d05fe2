"""The people of an organisation and what the portal tells them."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from associations.models import Association, Invitation, Mandate, Message, User
from associations.services import tell_person
from tests.counting import CountQueries
from tests.factories.organisations import association
from tests.factories.people import representative, user


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def people_of(organisation: Association) -> str:
    return reverse("associations:people", args=[organisation.public_id])


def invite(organisation: Association, by: User, deliver: Callable[[], int]) -> str:
    """Invite a colleague from the page; returns the address in the mail."""
    signed_in(by).post(
        people_of(organisation),
        {"name": "赵某", "email": "zhao@hualong.example", "role": "handler"},
    )
    deliver()
    return re.search(r"http\S+", mail.outbox[-1].body)[0].removeprefix(settings.PUBLIC_URL)


@pytest.mark.django_db
def test_a_colleague_is_invited_and_makes_an_account(deliver_outbox: Callable[[], int]) -> None:
    organisation = association()
    link = invite(organisation, representative(organisation), deliver_outbox)
    newcomer = Client()

    page = newcomer.get(link).content.decode()
    newcomer.post(
        link,
        {
            "name": "赵某",
            "mobile": "13800000003",
            "email": "zhao@hualong.example",
            "username": "zhao",
            "password": "Lantian-2026",
            "password_again": "Lantian-2026",
        },
    )

    assert organisation.name in page
    mandate = Mandate.objects.get(user__username="zhao")
    assert (mandate.association, mandate.role) == (organisation, "handler")
    assert newcomer.get(people_of(organisation)).status_code == 200
    assert Client().get(link).status_code == 410


@pytest.mark.django_db
def test_who_has_an_account_accepts_with_one_button(deliver_outbox: Callable[[], int]) -> None:
    organisation = association()
    link = invite(organisation, representative(organisation), deliver_outbox)
    colleague = user()
    client = signed_in(colleague)

    client.get(link)
    assert not colleague.mandates.exists()
    client.post(link)

    assert colleague.mandates.get().association == organisation


@pytest.mark.django_db
def test_a_cancelled_invitation_is_over(deliver_outbox: Callable[[], int]) -> None:
    organisation = association()
    administrator = representative(organisation)
    link = invite(organisation, administrator, deliver_outbox)
    invitation = Invitation.objects.get()

    signed_in(administrator).post(
        reverse("associations:cancel_invitation", args=[organisation.public_id, invitation.pk])
    )

    assert Client().get(link).status_code == 410


@pytest.mark.django_db
def test_a_handler_invites_nobody() -> None:
    organisation = association()
    client = signed_in(representative(organisation, role="handler"))

    page = client.get(people_of(organisation)).content.decode()
    client.post(
        people_of(organisation), {"name": "赵某", "email": "a@b.example", "role": "administrator"}
    )

    assert "发送邀请" not in page
    assert not Invitation.objects.exists()


@pytest.mark.django_db
def test_roles_change_but_the_last_administrator_stays() -> None:
    organisation = association()
    administrator = representative(organisation)
    colleague = representative(organisation, role="handler")
    client = signed_in(administrator)
    own, theirs = administrator.mandates.get(), colleague.mandates.get()

    def change(mandate: Mandate, role: str) -> str:
        address = reverse("associations:change_role", args=[organisation.public_id, mandate.pk])
        return client.post(address, {"role": role}, follow=True).content.decode()

    assert "最后一位管理员" in change(own, "handler")
    change(theirs, "administrator")
    change(own, "handler")

    own.refresh_from_db()
    theirs.refresh_from_db()
    assert (own.role, theirs.role) == ("handler", "administrator")


@pytest.mark.django_db
def test_revoking_asks_first_and_takes_the_desk_away() -> None:
    organisation = association()
    administrator = representative(organisation)
    colleague = representative(organisation, role="handler")
    mandate = colleague.mandates.get()
    client = signed_in(administrator)
    address = reverse("associations:revoke", args=[organisation.public_id, mandate.pk])

    client.get(address)
    mandate.refresh_from_db()
    assert mandate.revoked_at is None
    client.post(address)

    assert signed_in(colleague).get(people_of(organisation)).status_code == 404


@pytest.mark.django_db
def test_people_of_another_organisation_are_not_found() -> None:
    own, foreign = association(), association()
    client = signed_in(representative(own))
    theirs = representative(foreign).mandates.get()

    assert client.get(people_of(foreign)).status_code == 404
    # Another organisation's mandate named under one's own organisation.
    for name in ("associations:revoke", "associations:change_role"):
        address = reverse(name, args=[own.public_id, theirs.pk])
        assert client.post(address, {"role": "handler"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.revoked_at is None


@pytest.mark.django_db
def test_reading_a_message_takes_a_button_and_leads_to_the_matter() -> None:
    person = user()
    message = tell_person(user_id=person.pk, subject="已审定", body="材料已审定。", path="/desk/")
    client = signed_in(person)

    client.get(reverse("associations:messages"))
    message.refresh_from_db()
    assert message.read_at is None
    answer = client.post(reverse("associations:read_message", args=[message.pk]))

    message.refresh_from_db()
    assert message.read_at is not None
    assert answer.url == "/desk/"


@pytest.mark.django_db
def test_nobody_reads_another_persons_messages() -> None:
    theirs = tell_person(user_id=user().pk, subject="机密", body="只给一个人看。")
    client = signed_in(user())

    assert "机密" not in client.get(reverse("associations:messages")).content.decode()
    address = reverse("associations:read_message", args=[theirs.pk])
    assert client.post(address).status_code == 404
    client.post(reverse("associations:read_all_messages"))
    assert Message.objects.get().read_at is None


@pytest.mark.django_db
def test_the_lists_ask_the_database_as_often_for_three_as_for_one() -> None:
    organisation = association()
    person = representative(organisation)
    client = signed_in(person)
    counts = []
    for rows in (1, 3):
        while organisation.mandates.count() < rows:
            representative(organisation)
        while person.portal_messages.count() < rows:
            tell_person(user_id=person.pk, subject="x", body="y", association_id=organisation.pk)
        for address in (people_of(organisation), reverse("associations:messages")):
            client.get(address)
            with CountQueries() as counted:
                client.get(address)
            counts.append(counted.number)
    assert counts[:2] == counts[2:]
