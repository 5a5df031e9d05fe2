"""The publication pointer: swapped by compare-and-set, with its history and its trail."""

from django.db import transaction
from django.db.models import F

from associations.models import User
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions, signals
from ..models import Filing, PublicationEvent, Revision
from ..public_document import public_document
from ..workflow import State


@transaction.atomic
def publish(*, revision_id: int, by: User, reason: str = "") -> Filing:
    """Let the public read an approved revision. Raises NotAllowed, Conflict when it is not (or
    no longer) the approved one."""
    revision = Revision.objects.select_related("filing", "slot").get(pk=revision_id)
    if not permissions.may_publish(by, revision.slot):
        raise NotAllowed("公开材料由受理科室的负责人办理。")
    return publish_approved(revision=revision, by=by, reason=reason)


def publish_approved(*, revision: Revision, by: User, reason: str) -> Filing:
    """Swap the pointer to ``revision`` in the caller's transaction. Only ever moves forward."""
    filing = Filing.objects.select_for_update().get(pk=revision.filing_id)
    approved = filing.revisions.filter(state=State.APPROVED).first()
    if approved is None or approved.pk != revision.pk:
        raise Conflict("只能公开最新审定的一版，请刷新后再办理。")
    if filing.published_revision_id == revision.pk:
        return filing
    kind = (
        PublicationEvent.Kind.REPLACED
        if filing.published_revision_id
        else PublicationEvent.Kind.PUBLISHED
    )
    return _swap(filing, revision, kind, by, reason)


@transaction.atomic
def unpublish(*, filing_id: int, by: User, reason: str) -> Filing:
    """Take a filing off the public pages at once, with a reason that stays on the record."""
    filing = Filing.objects.select_for_update().get(pk=filing_id)
    if filing.published_revision is None:
        raise Conflict("这份材料现在没有公开。")
    if not permissions.may_publish(by, filing.published_revision.slot):
        raise NotAllowed("停止公开由受理科室的负责人办理。")
    if not reason.strip():
        raise Refused("请写明停止公开的原因，会记录在案。", "reason")
    return _swap(filing, None, PublicationEvent.Kind.WITHDRAWN, by, reason)


def _swap(filing: Filing, revision: Revision | None, kind: str, by: User, reason: str) -> Filing:
    moment = dates.now()
    moved = Filing.objects.filter(
        pk=filing.pk, publication_version=filing.publication_version
    ).update(
        published_revision=revision,
        publication_version=F("publication_version") + 1,
        published_at=moment if revision else None,
        public_text=_words_of(filing, revision) if revision else "",
    )
    if moved != 1:
        raise Conflict("公开状态刚刚被别人改动，请刷新后再办理。")
    filing.refresh_from_db()
    PublicationEvent.objects.create(
        filing=filing,
        revision=revision,
        version=filing.publication_version,
        kind=kind,
        reason=reason.strip(),
        by=by,
        at=moment,
    )
    audit.record(
        f"filings.{'publish' if revision else 'unpublish'}",
        actor=by,
        target=filing,
        association_id=filing.association_id,
        revision_digest=revision.digest if revision else "",
        data={"version": filing.publication_version, "reason": reason},
    )
    signals.publication_changed.send(
        Filing, filing_id=filing.pk, revision_id=revision.pk if revision else None
    )
    return filing


def _words_of(filing: Filing, revision: Revision) -> str:
    """What the public reads of the revision, for search: nothing the page does not show."""
    return public_document(
        material=filing.material,
        title=revision.title,
        fields=revision.fields,
        blocks=revision.blocks,
    ).text
