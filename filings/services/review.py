"""The one door of the workflow: ``perform``. Submit, withdraw, claim, endorse, approve, return."""

from django.db import IntegrityError, transaction
from django.db.models import F

from associations.models import User
from associations.services import tell_association
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import manifest, permissions, signals
from ..materials import Material
from ..models import Decision, Endorsement, Receipt, Revision
from ..workflow import FINAL, OUTCOMES, Action, Role, State, Transition, transition
from .checking import require_submittable
from .locking import lock_revision, require_filer
from .publishing import publish_approved


@transaction.atomic
def perform(
    *,
    revision_id: int,
    action: str,
    by: User,
    note: str = "",
    expected_digest: str = "",
) -> Revision:
    """Do ``action`` to a revision and return it in its new state.

    Locks the revision, asks the workflow table, moves it by compare-and-set, writes the decision
    bound to its digest, the trail and the signal: all in one transaction. ``expected_digest`` is
    the digest the person was looking at.

    Raises NotAllowed (wrong person or office), Conflict (somebody was first, or a newer version
    exists), Refused (a note or a mended finding is due; the sentence says which).
    """
    revision = lock_revision(revision_id)
    step = _step(revision, Action(action), by, expected_digest)
    note = note.strip()
    if step.note_needed and not note and not revision.remarks.exists():
        raise Refused("请写明退回的原因和需要补正的内容，报送人会逐条看到。", "note")
    if step.action == Action.SUBMIT:
        _seal(revision, by)
    if step.action == Action.ENDORSE:
        Endorsement.objects.create(
            revision=revision,
            revision_digest=revision.digest,
            by=by,
            note=note,
            at=dates.now(),
        )
    if step.action in OUTCOMES:
        _decide(revision, step, by, note)
    if step.action == Action.APPROVE:
        _supersede_predecessor(revision, by)
    _move(revision, step, by)
    audit.record(
        f"filings.{step.action}",
        actor=by,
        target=revision,
        association_id=revision.filing.association_id,
        revision_digest=revision.digest,
        data={"from": step.source, "to": step.target, "note": note},
    )
    if step.action == Action.APPROVE and revision.filing.material == Material.PLEDGE:
        revision.filing = publish_approved(
            revision=revision, by=by, reason="审定通过，按通知一（四）向社会公开"
        )
    signals.revision_moved.send(
        Revision,
        revision_id=revision.pk,
        action=str(step.action),
        source=str(step.source),
        target=str(step.target),
        actor_id=by.pk,
    )
    _tell(revision, step, note)
    return revision


def _step(revision: Revision, action: Action, by: User, expected_digest: str) -> Transition:
    if expected_digest and expected_digest != revision.digest:
        raise Conflict("已有新版本，请刷新后再审。您写的意见请先复制留存。")
    roles = permissions.roles_of(by, revision.slot)
    if not roles:
        if action in (Action.SUBMIT, Action.WITHDRAW):
            require_filer(by, revision.slot)
        raise NotAllowed("这份材料由另一科室受理，您不能办理。")
    step = transition(revision.state, action)
    if step is None:
        raise Conflict(_what_happened(revision, action))
    if not step.roles & roles:
        wanted = "、".join(Role(role).label for role in sorted(step.roles))
        raise NotAllowed(f"“{action.label}”由{wanted}办理。")
    if Role.FILER not in step.roles and permissions.is_conflicted(by, revision.slot.association):
        raise NotAllowed("您同时代表该组织报送，不能审核它的材料，请交由同事办理。")
    if action == Action.APPROVE and revision.endorsement.by_id == by.pk:
        raise NotAllowed("经办和审定应由不同的人办理，请交由另一位负责人审定。")
    return step


def _what_happened(revision: Revision, action: Action) -> str:
    newer = revision.filing.revisions.filter(number__gt=revision.number).exists()
    if newer:
        return "已有新版本，请刷新后办理最新的一版。"
    decision = Decision.objects.filter(revision=revision).select_related("by").first()
    if revision.state in FINAL and decision:
        return (
            f"已由{decision.by.name}于{dates.write_datetime(decision.at)}审结"
            f"（{decision.get_outcome_display()}），您的操作没有生效。"
        )
    return f"现在的状态是“{revision.get_state_display()}”，不能“{action.label}”。请刷新页面。"


def _seal(revision: Revision, by: User) -> None:
    """Freeze the content: check it, compute its digest, issue the receipt."""
    require_submittable(revision)
    attachments = list(revision.attachments.in_order().select_related("upload"))
    if any(attachment.upload.state != "accepted" for attachment in attachments):
        raise Refused("有附件还没有检查完成，请稍后再提交；或者先移除这份附件。", "attachments")
    content = manifest.canonical(
        material=revision.filing.material,
        credit_code=revision.filing.association.credit_code,
        title=revision.title,
        fields=revision.fields,
        blocks=revision.blocks,
        attachments=[(a.role, a.caption, a.upload.original_id) for a in attachments],
    )
    revision.digest = manifest.digest(content)
    revision.submitted_at = dates.now()
    revision.submitted_by = by
    Receipt.objects.create(
        revision=revision,
        number=f"HL{dates.today().year}-{revision.pk:07d}",
        digest=revision.digest,
        issued_to=by,
        issued_at=revision.submitted_at,
    )
    revision.slot.declarations.filter(replaced_at__isnull=True).update(replaced_at=dates.now())


def _decide(revision: Revision, step: Transition, by: User, note: str) -> None:
    try:
        with transaction.atomic():
            Decision.objects.create(
                revision=revision,
                revision_digest=revision.digest,
                outcome=OUTCOMES[step.action],
                by=by,
                note=note,
                at=dates.now(),
            )
    except IntegrityError as taken:
        raise Conflict(_what_happened(revision, step.action)) from taken


def _supersede_predecessor(revision: Revision, by: User) -> None:
    previous = revision.filing.revisions.filter(state=State.APPROVED).first()
    if previous is None:
        return
    Revision.objects.filter(pk=previous.pk, state=State.APPROVED).update(
        state=State.SUPERSEDED, moved_at=dates.now()
    )
    audit.record(
        "filings.supersede",
        actor=by,
        target=previous,
        association_id=revision.filing.association_id,
        revision_digest=previous.digest,
        data={"by_revision": str(revision.public_id)},
    )


def _move(revision: Revision, step: Transition, by: User) -> None:
    claimed_by = {
        Action.CLAIM: by,
        Action.RELEASE: None,
    }.get(step.action, revision.claimed_by)
    moved = Revision.objects.filter(
        pk=revision.pk, state=step.source, version=revision.version
    ).update(
        state=step.target,
        version=F("version") + 1,
        moved_at=dates.now(),
        claimed_by=claimed_by,
        digest=revision.digest,
        submitted_at=revision.submitted_at,
        submitted_by=revision.submitted_by,
    )
    if moved != 1:
        raise Conflict(_what_happened(revision, step.action))
    if step.action == Action.APPROVE and revision.filing.title != revision.title:
        revision.filing.title = revision.title
        revision.filing.save(update_fields=["title"])
    revision.refresh_from_db()


_NEWS = {
    Action.SUBMIT: (
        "已提交",
        "{title}已提交{office}，回执编号 {receipt}。审核结果会在这里通知您。",
    ),
    Action.RETURN: ("退回补正", "{title}需要补正后重新提交。{note}"),
    Action.APPROVE: ("已审定", "{title}已审定通过。"),
}


def _tell(revision: Revision, step: Transition, note: str) -> None:
    if step.action not in _NEWS:
        return
    subject, body = _NEWS[step.action]
    tell_association(
        association_id=revision.filing.association_id,
        subject=f"{revision.title}：{subject}",
        body=body.format(
            title=revision.title,
            office=revision.slot.office.name,
            receipt=revision.receipt.number,
            note=f"\n{note}" if note else "",
        ),
        path=f"/filings/{revision.public_id}/",
    )
