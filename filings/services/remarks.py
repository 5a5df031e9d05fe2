"""Remarks: numbered, anchored to an article or a field, answered by the filer."""

from django.db import transaction
from django.db.models import Max

from associations.models import User
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions
from ..models import Remark
from ..workflow import Role, State
from .locking import lock_revision, require_filer

_REVIEWABLE = (State.IN_REVIEW, State.ENDORSED)


@transaction.atomic
def add_remark(
    *,
    revision_id: int,
    by: User,
    text: str,
    anchor: str = "",
    place: str = "",
    internal: bool = False,
) -> Remark:
    """Note something about a place of a revision under review. ``place`` is how people call the
    anchor (“第十二条”). Raises NotAllowed, Conflict, Refused when nothing was written."""
    revision = lock_revision(revision_id)
    if not permissions.roles_of(by, revision.slot) & {Role.HANDLER, Role.CHIEF}:
        raise NotAllowed("这份材料由另一科室受理，您不能写审核意见。")
    if revision.state not in _REVIEWABLE:
        raise Conflict("只有审核中的材料可以写审核意见，请先受理。")
    if not text.strip():
        raise Refused("请写明意见内容。", "text")
    last = revision.remarks.aggregate(Max("number"))["number__max"] or 0
    remark = Remark.objects.create(
        revision=revision,
        number=last + 1,
        anchor=anchor,
        place=place,
        text=text.strip(),
        internal=internal,
        by=by,
        at=dates.now(),
    )
    audit.record(
        "filings.remark",
        actor=by,
        target=remark,
        association_id=revision.filing.association_id,
        revision_digest=revision.digest,
        data={"number": remark.number, "anchor": anchor, "internal": internal},
    )
    return remark


@transaction.atomic
def answer_remark(*, remark_id: int, by: User, answer: str, text: str = "") -> Remark:
    """The filer says 已修改 or 已说明 to a remark of a returned revision."""
    remark = (
        Remark.objects.select_for_update(of=("self",))
        .select_related("revision__slot__association")
        .get(pk=remark_id, internal=False)
    )
    require_filer(by, remark.revision.slot)
    if answer == Remark.Answer.EXPLAINED and not text.strip():
        raise Refused("请写明说明的内容。", "answer_text")
    remark.answer = Remark.Answer(answer)
    remark.answer_text = text.strip()
    remark.answered_by = by
    remark.answered_at = dates.now()
    remark.save(update_fields=["answer", "answer_text", "answered_by", "answered_at"])
    audit.record(
        "filings.answer_remark",
        actor=by,
        target=remark,
        association_id=remark.revision.slot.association_id,
        data={"number": remark.number, "answer": answer},
    )
    return remark
