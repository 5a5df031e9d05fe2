"""Who may act for whom: invitations, mandates, revocation."""

import datetime as dt
import hashlib
import secrets

from django.conf import settings
from django.db import transaction

from huanglong_portal.common import audit, dates, mail
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions
from ..models import Association, Invitation, Mandate, User
from .register import Applicant, _create_user

INVITATION_DAYS = 14


def token_digest(token: str) -> str:
    """What is kept of an invitation's token; the token itself goes only into the mail."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(*, association_id: int, email: str, role: str, by: User, name: str = "") -> Invitation:
    """Invite a person by mail to act for an organisation. Raises NotAllowed."""
    association = Association.objects.get(pk=association_id)
    if not permissions.may_invite(by, association):
        raise NotAllowed("只有本组织的管理员或民政局工作人员可以邀请。")
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        association=association,
        email=email,
        name=name,
        role=Mandate.Role(role),
        token_digest=token_digest(token),
        invited_by=by,
        created_at=dates.now(),
        expires_at=dates.now() + dt.timedelta(days=INVITATION_DAYS),
    )
    audit.record(
        "associations.invite",
        actor=by,
        target=invitation,
        association_id=association.pk,
        data={"role": role},
    )
    mail.send_later(
        key=f"invitation:{invitation.pk}",
        to=email,
        subject=f"【{settings.PORTAL_NAME}】邀请您为{association.name}办理报送",
        body=(
            f"{name or '您好'}：\n\n{by.name}邀请您作为{invitation.get_role_display()}，"
            f"为{association.name}办理诚信自律材料报送。请在 {INVITATION_DAYS} 天内打开：\n"
            f"{settings.PUBLIC_URL}/invitation/{token}/\n\n"
            f"如果您不认识邀请人，请不要打开，并致电 {settings.BUREAU_PHONE}。\n"
        ),
    )
    return invitation


@transaction.atomic
def accept_invitation(
    *, token: str, user: User | None = None, applicant: Applicant | None = None
) -> Mandate:
    """Turn an invitation into a mandate, for an existing ``user`` or a new ``applicant``.

    Raises Refused when it is unknown, used or over its time.
    """
    invitation = (
        Invitation.objects.select_for_update().filter(token_digest=token_digest(token)).first()
    )
    if (
        invitation is None
        or invitation.accepted_at is not None
        or invitation.expires_at < dates.now()
    ):
        raise Refused("这个邀请已经使用过或已过期，请联系邀请人重新发送。")
    if user is None:
        if applicant is None:
            raise ValueError("either an applicant or a user is needed")
        user = _create_user(applicant)
    mandate = grant_mandate(
        association_id=invitation.association_id,
        user_id=user.pk,
        role=invitation.role,
        by=invitation.invited_by,
    )
    invitation.accepted_by = user
    invitation.accepted_at = dates.now()
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    return mandate


@transaction.atomic
def grant_mandate(*, association_id: int, user_id: int, role: str, by: User) -> Mandate:
    """Let a person act for an organisation; a person who already does only changes role."""
    association = Association.objects.select_for_update().get(pk=association_id)
    if not permissions.may_invite(by, association):
        raise NotAllowed("只有本组织的管理员或民政局工作人员可以授权。")
    mandate, created = Mandate.objects.get_or_create(
        user_id=user_id,
        association=association,
        revoked_at=None,
        defaults={
            "role": Mandate.Role(role),
            "granted_by": by,
            "valid_from": dates.today(),
        },
    )
    if not created and mandate.role != role:
        mandate.role = Mandate.Role(role)
        mandate.save(update_fields=["role"])
    audit.record(
        "associations.grant_mandate",
        actor=by,
        target=mandate,
        association_id=association.pk,
        data={"user": user_id, "role": role},
    )
    return mandate


@transaction.atomic
def revoke_mandate(*, mandate_id: int, by: User) -> Mandate:
    """End a mandate. The last administrator of an organisation cannot be removed by its own
    people: raises Conflict, an officer must do that."""
    mandate = _lock_mandate(mandate_id, by)
    _require_another_administrator(mandate, by)
    mandate.revoked_at = dates.now()
    mandate.save(update_fields=["revoked_at"])
    audit.record(
        "associations.revoke_mandate",
        actor=by,
        target=mandate,
        association_id=mandate.association_id,
        data={"user": mandate.user_id},
    )
    return mandate


@transaction.atomic
def change_role(*, mandate_id: int, role: str, by: User) -> Mandate:
    """Make a person 管理员 or 经办. The last administrator cannot step down by themselves."""
    mandate = _lock_mandate(mandate_id, by)
    if role != Mandate.Role.ADMINISTRATOR:
        _require_another_administrator(mandate, by)
    return grant_mandate(
        association_id=mandate.association_id, user_id=mandate.user_id, role=role, by=by
    )


@transaction.atomic
def cancel_invitation(*, invitation_id: int, by: User) -> Invitation:
    """Make an invitation that was not accepted yet worthless."""
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("association")
        .get(pk=invitation_id)
    )
    if not permissions.may_invite(by, invitation.association):
        raise NotAllowed("只有本组织的管理员或民政局工作人员可以取消邀请。")
    if invitation.accepted_at is not None:
        raise Conflict("这个邀请已经被接受。如需取消，请撤销这位同事的授权。")
    invitation.expires_at = dates.now()
    invitation.save(update_fields=["expires_at"])
    audit.record(
        "associations.cancel_invitation",
        actor=by,
        target=invitation,
        association_id=invitation.association_id,
    )
    return invitation


def _lock_mandate(mandate_id: int, by: User) -> Mandate:
    # The organisation first: two administrators who demote each other at once wait in line.
    organisations = Association.objects.filter(mandates=mandate_id).order_by()
    organisations.select_for_update(of=("self",)).get()
    mandate = (
        Mandate.objects.select_for_update(of=("self",))
        .select_related("association")
        .get(pk=mandate_id)
    )
    if not permissions.may_invite(by, mandate.association):
        raise NotAllowed("只有本组织的管理员或民政局工作人员可以办理授权。")
    if mandate.revoked_at is not None:
        raise Conflict("这项授权已经撤销。")
    return mandate


def _require_another_administrator(mandate: Mandate, by: User) -> None:
    others = (
        mandate.association.mandates.current()
        .filter(role=Mandate.Role.ADMINISTRATOR)
        .exclude(pk=mandate.pk)
    )
    if mandate.role == Mandate.Role.ADMINISTRATOR and not others.exists() and not by.is_officer:
        raise Conflict("这是最后一位管理员。请先把另一位同事设为管理员。")
