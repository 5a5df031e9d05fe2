"""The readable history of a revision, from the audit trail."""

from dataclasses import dataclass
from typing import Any

from huanglong_portal.common.models import AuditEvent

from .models import Revision

_WORDS = {
    "filings.begin_draft": ("开始填报", ""),
    "filings.submit": ("提交审核", "wait"),
    "filings.withdraw": ("撤回", "bad"),
    "filings.claim": ("受理", "wait"),
    "filings.release": ("放回待受理", ""),
    "filings.endorse": ("经办同意，送复核", "wait"),
    "filings.approve": ("审定通过", "good"),
    "filings.return": ("退回补正", "bad"),
    "filings.supersede": ("被新版替代", ""),
    "filings.publish": ("向社会公开", "good"),
    "filings.unpublish": ("停止公开", "bad"),
}


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One line of the history, as the timeline partial shows it."""

    at: Any
    what: str
    by: str
    note: str
    digest: str
    tone: str


def timeline_of(revision: Revision, *, names: bool = True) -> list[TimelineEvent]:
    """What happened to a revision, oldest first. ``names`` False leaves out who acted, for the
    association's side, which sees the office and not the officer."""
    events = (
        AuditEvent.objects.filter(
            target_type="filings.Revision", target_id=str(revision.pk), action__in=_WORDS
        )
        .select_related("actor")
        .order_by("seq")
    )
    return [
        TimelineEvent(
            at=event.at,
            what=_WORDS[event.action][0],
            by=event.actor.name if names and event.actor else "",
            note=str(event.data.get("note", "")),
            digest=event.revision_digest,
            tone=_WORDS[event.action][1],
        )
        for event in events
    ]
