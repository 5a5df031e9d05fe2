"""The register of organisations: applying, admitting, refusing, suspending, standing."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.models import Blob

from .. import credit_code, permissions, signals
from ..models import Association, Mandate, RoutingRule, User
from .messages import tell_association, tell_person


@dataclass(frozen=True, slots=True)
class Applicant:
    """The person who registers an organisation and will be its first administrator."""

    username: str
    password: str
    name: str
    email: str
    mobile: str = ""


@transaction.atomic
def apply_for_admission(
    *,
    name: str,
    code: str,
    is_trade_association: bool,
    certificate: Blob,
    certificate_name: str,
    applicant: Applicant | None = None,
    user: User | None = None,
    industry: str = "",
    registered_on: dt.date | None = None,
    legal_representative: str = "",
    office_phone: str = "",
    address: str = "",
    business_scope: str = "",
    supervising_unit: str = "",
    member_count: int | None = None,
) -> Association:
    """Register an organisation with its code and certificate; an officer then admits it.

    The person is either an existing ``user`` or a new ``applicant``, who becomes 管理员.
    Raises Refused at the field for a wrong code, a known code, a taken user name or a weak
    password.
    """
    code = credit_code.normalise(code)
    if sentence := credit_code.problem(code):
        raise Refused(sentence, "credit_code")
    kind = credit_code.kind_of(code)
    if is_trade_association and kind != "society":
        raise Refused(
            "行业协会商会属于社会团体，代码应以 51 开头。请核对代码，或取消勾选“行业协会商会”。",
            "is_trade_association",
        )
    existing = Association.objects.select_for_update().filter(credit_code=code).first()
    if existing and existing.state != Association.State.REFUSED:
        raise Refused(
            "这个代码已经登记过。如果您是该组织的工作人员，请联系本组织的管理员邀请您加入，"
            "或致电民政局。",
            "credit_code",
        )
    if user is None:
        if applicant is None:
            raise ValueError("either an applicant or a user is needed")
        user = _create_user(applicant)
    values = {
        "name": name,
        "credit_code": code,
        "kind": kind,
        "is_trade_association": is_trade_association,
        "state": Association.State.APPLIED,
        "certificate": certificate,
        "certificate_name": certificate_name,
        "industry": industry,
        "registered_on": registered_on,
        "legal_representative": legal_representative,
        "office_phone": office_phone,
        "address": address,
        "business_scope": business_scope,
        "supervising_unit": supervising_unit,
        "member_count": member_count,
        "created_at": dates.now(),
        "state_note": "",
    }
    association = existing or Association()
    for field, value in values.items():
        setattr(association, field, value)
    association.save()
    if not association.mandates.filter(user=user, revoked_at__isnull=True).exists():
        Mandate.objects.create(
            user=user,
            association=association,
            role=Mandate.Role.ADMINISTRATOR,
            valid_from=dates.today(),
        )
    audit.record(
        "associations.apply",
        actor=user,
        target=association,
        association_id=association.pk,
        data={"name": name, "credit_code": code},
    )
    tell_person(
        user_id=user.pk,
        association_id=association.pk,
        subject="登记申请已收到",
        body=f"{name}的登记申请已收到。民政局核准后会通知您，核准之前可以先了解报送要求。",
    )
    return association


def _create_user(applicant: Applicant) -> User:
    if User.objects.filter(username__iexact=applicant.username).exists():
        raise Refused("这个登录名已被使用，请换一个。", "username")
    user = User(
        username=applicant.username,
        name=applicant.name,
        email=applicant.email,
        mobile=applicant.mobile,
        date_joined=dates.now(),
    )
    try:
        validate_password(applicant.password, user)
    except ValidationError as weak:
        raise Refused("".join(weak.messages), "password") from weak
    user.set_password(applicant.password)
    user.save()
    return user


def receiving_office_id(association: Association) -> int | None:
    """The office that the routing table names for this organisation's category."""
    return (
        RoutingRule.objects.filter(category=association.category)
        .values_list("office_id", flat=True)
        .first()
    )


def _decide(
    association_id: int, by: User, sources: tuple[str, ...], state: str, note: str, action: str
) -> Association:
    association = Association.objects.select_for_update().get(pk=association_id)
    if not permissions.may_admit(by, association, receiving_office_id(association)):
        raise NotAllowed("该组织由另一科室负责，您不能办理。")
    if association.state not in sources:
        raise Conflict(f"该组织现在的状态是“{association.get_state_display()}”，不能这样办理。")
    association.state = state
    association.state_note = note
    association.save()
    audit.record(
        f"associations.{action}",
        actor=by,
        target=association,
        association_id=association.pk,
        data={"note": note},
    )
    return association


@transaction.atomic
def admit(*, association_id: int, by: User, note: str = "") -> Association:
    """Admit an organisation that applied: from now on it may file. Raises Conflict, NotAllowed."""
    association = _decide(
        association_id, by, ("applied", "refused"), Association.State.ADMITTED, note, "admit"
    )
    signals.association_admitted.send(Association, association_id=association.pk)
    tell_association(
        association_id=association.pk,
        subject="登记已核准",
        body=f"{association.name}的登记已核准，现在可以报送材料。",
        path="/desk/",
    )
    return association


@transaction.atomic
def refuse(*, association_id: int, by: User, note: str) -> Association:
    """Refuse an application with a reason the applicant can act on."""
    if not note.strip():
        raise Refused("请写明不予核准的原因，申请人会看到。", "note")
    association = _decide(
        association_id, by, ("applied",), Association.State.REFUSED, note, "refuse"
    )
    tell_association(
        association_id=association.pk,
        subject="登记申请未通过",
        body=f"{association.name}的登记申请未通过。原因：{note}\n请修改后重新申请。",
        path="/register/",
    )
    return association


@transaction.atomic
def suspend(*, association_id: int, by: User, note: str) -> Association:
    """Stop an organisation from filing; it keeps reading its notices and may still be heard."""
    if not note.strip():
        raise Refused("请写明暂停的原因。", "note")
    return _decide(association_id, by, ("admitted",), Association.State.SUSPENDED, note, "suspend")


@transaction.atomic
def reinstate(*, association_id: int, by: User, note: str = "") -> Association:
    """Let a suspended organisation file again."""
    return _decide(
        association_id, by, ("suspended",), Association.State.ADMITTED, note, "reinstate"
    )


@transaction.atomic
def set_standing(*, association_id: int, standing: str, by: User | None) -> None:
    """Push the state on the legal lists down to the register (called by the credit app)."""
    association = Association.objects.select_for_update().get(pk=association_id)
    if association.standing == standing:
        return
    previous = association.standing
    association.standing = standing
    association.save(update_fields=["standing"])
    audit.record(
        "associations.set_standing",
        actor=by,
        target=association,
        association_id=association.pk,
        data={"from": previous, "to": standing},
    )
    signals.standing_changed.send(Association, association_id=association.pk, standing=standing)


def set_grade(*, grades: dict[int, str]) -> int:
    """Push grade bands down, association id → band; returns how many changed."""
    changed = []
    for association in Association.objects.filter(pk__in=grades).only("pk", "grade"):
        if association.grade != grades[association.pk]:
            association.grade = grades[association.pk]
            changed.append(association)
    Association.objects.bulk_update(changed, ["grade"], batch_size=500)
    return len(changed)
