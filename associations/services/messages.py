"""Telling people: a message in the portal always, a mail where there is an address."""

from django.conf import settings
from django.db import transaction

from huanglong_portal.common import dates, mail

from ..models import Association, Message, User


@transaction.atomic
def tell_person(
    *,
    user_id: int,
    subject: str,
    body: str,
    path: str = "",
    association_id: int | None = None,
) -> Message:
    """Write one message to a person and queue the mail that repeats it. ``path`` is the page of
    the portal where the matter is handled."""
    message = Message.objects.create(
        recipient_id=user_id,
        association_id=association_id,
        subject=subject,
        body=body,
        path=path,
        created_at=dates.now(),
    )
    address = User.objects.values_list("email", flat=True).get(pk=user_id)
    if address:
        link = f"\n\n办理页面：{settings.PUBLIC_URL}{path}" if path else ""
        mail.send_later(
            key=f"message:{message.pk}",
            to=address,
            subject=f"【{settings.PORTAL_NAME}】{subject}",
            body=f"{body}{link}\n\n{settings.BUREAU_NAME}　电话 {settings.BUREAU_PHONE}\n",
        )
    return message


@transaction.atomic
def tell_association(*, association_id: int, subject: str, body: str, path: str = "") -> int:
    """Tell everyone who acts for the organisation; returns how many people that is."""
    association = Association.objects.get(pk=association_id)
    people = list(
        association.mandates.current()
        .filter(user__is_active=True)
        .values_list("user_id", flat=True)
        .distinct()
    )
    for user_id in people:
        tell_person(
            user_id=user_id,
            subject=subject,
            body=body,
            path=path,
            association_id=association_id,
        )
    return len(people)


def mark_read(*, message_id: int, by: User) -> None:
    """Note that ``by`` has read a message addressed to them."""
    Message.objects.filter(pk=message_id, recipient=by, read_at__isnull=True).update(
        read_at=dates.now()
    )


def mark_all_read(*, by: User) -> int:
    """Note that ``by`` has read every message addressed to them; returns how many were new."""
    return Message.objects.filter(recipient=by, read_at__isnull=True).update(read_at=dates.now())
