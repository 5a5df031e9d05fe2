"""A person's own account: particulars, and a way back in when the password is forgotten."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from huanglong_portal.common import audit, dates, mail

from ..models import User

_QUIET_MINUTES = 10


@transaction.atomic
def send_password_reset(*, name: str) -> None:
    """Write the mail with the way back in to everyone whose login name or mail is ``name``.

    Says nothing about whether there is such a person. The link goes to ``PUBLIC_URL`` whatever
    host the request named, and repeated requests within ten minutes send one mail.
    """
    name = name.strip()
    people = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name), is_active=True)
    window = int(dates.now().timestamp()) // (_QUIET_MINUTES * 60)
    for person in people.exclude(email="") if name else ():
        path = reverse(
            "password_reset_confirm",
            args=[
                urlsafe_base64_encode(force_bytes(person.pk)),
                default_token_generator.make_token(person),
            ],
        )
        mail.send_later(
            key=f"password-reset:{person.pk}:{window}",
            to=person.email,
            subject=f"【{settings.PORTAL_NAME}】重新设置密码",
            body=(
                f"{person.name}：\n\n有人申请为登录名“{person.username}”重新设置密码。"
                f"如果是您本人，请在 {settings.PASSWORD_RESET_TIMEOUT // 3600} 小时内打开：\n"
                f"{settings.PUBLIC_URL}{path}\n\n"
                "如果不是您本人，请不必理会，密码不会改变。\n\n"
                f"{settings.BUREAU_NAME}　电话 {settings.BUREAU_PHONE}\n"
            ),
        )
        audit.record("associations.ask_password_reset", actor=None, target=person)


@transaction.atomic
def note_password_changed(*, user_id: int) -> None:
    """Leave the trail of a new password. The password itself is never written anywhere."""
    person = User.objects.get(pk=user_id)
    audit.record("associations.change_password", actor=person, target=person)


@transaction.atomic
def update_particulars(*, user_id: int, name: str, mobile: str, email: str) -> User:
    """Correct one's own name, mobile number and mail address."""
    person = User.objects.select_for_update().get(pk=user_id)
    changed = [
        field
        for field, value in (("name", name), ("mobile", mobile), ("email", email))
        if getattr(person, field) != value
    ]
    person.name, person.mobile, person.email = name, mobile, email
    person.save(update_fields=["name", "mobile", "email"])
    audit.record(
        "associations.update_particulars", actor=person, target=person, data={"changed": changed}
    )
    return person
