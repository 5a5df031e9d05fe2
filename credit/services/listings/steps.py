"""What every door of a listing does alike: lock, look at the table, write the docket."""

from typing import Any

from associations.models import Association, User
from associations.services import set_standing, tell_association
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from ... import permissions
from ...listings import workflow
from ...listings.grounds import ListKind
from ...listings.guards import Case
from ...listings.workflow import Action, State
from ...models import Listing, ListingStep, Paper
from ..scores import rescore_association


def lock_listing(listing_id: int) -> Listing:
    """The listing, with its organisation's row locked: one writer at a time for one organisation,
    so that two listings of it cannot be decided past each other."""
    association_id = Listing.objects.values_list("association_id", flat=True).get(pk=listing_id)
    Association.objects.select_for_update().get(pk=association_id)
    return Listing.objects.select_related("association", "office").get(pk=listing_id)


def check(listing: Listing, action: Action, by: User, note: str = "") -> None:
    """Raise Conflict when the table has no such row in this state, NotAllowed when it is not for
    this person, Refused when the note that is due is missing."""
    row = workflow.transition(listing.state, action)
    if row is None:
        raise Conflict(
            f"这件事项现在的状态是“{listing.get_state_display()}”，不能“{action.label}”。"
            "请刷新页面，查看最新情况。"
        )
    if not permissions.may(by, action, listing):
        raise NotAllowed(f"您不能对这件事项“{action.label}”。")
    if row.note_needed and not note.strip():
        raise Refused("请填写内容。", "note")


def move(
    listing: Listing,
    action: Action,
    *,
    by: User | None,
    note: str = "",
    paper_id: int | None = None,
    late: bool = False,
    data: dict[str, Any] | None = None,
    **changes: Any,
) -> ListingStep:
    """Carry out ``action``: the state of the table, ``changes`` of the row, a step, the trail."""
    row = workflow.transition(listing.state, action)
    if row is None:
        raise Conflict(f"“{listing.get_state_display()}”的事项不能“{action.label}”。")
    source, listing.state = listing.state, row.target
    for field, value in changes.items():
        setattr(listing, field, value)
    listing.save(update_fields=["state", *changes])
    return write_step(
        listing, action, source=source, by=by, note=note, paper_id=paper_id, late=late, data=data
    )


def write_step(
    listing: Listing,
    action: str,
    *,
    source: str,
    by: User | None,
    note: str,
    paper_id: int | None = None,
    late: bool = False,
    data: dict[str, Any] | None = None,
) -> ListingStep:
    """Add one paper to the docket and one event to the trail."""
    if (
        paper_id is not None
        and not Paper.objects.filter(pk=paper_id, association=listing.association_id).exists()
    ):
        raise NotAllowed("这份文件属于另一个组织。")
    step = ListingStep.objects.create(
        listing=listing,
        number=listing.steps.count() + 1,
        action=action,
        source=source,
        target=listing.state,
        note=note.strip(),
        data=data or {},
        late=late,
        paper_id=paper_id,
        by=by,
        at=dates.now(),
    )
    audit.record(
        f"credit.listing_{action}",
        actor=by,
        target=listing,
        association_id=listing.association_id,
        data={"from": source, "to": listing.state, "note": step.note, "late": late},
    )
    return step


def case_of(listing: Listing, *, corrected: bool = False) -> Case:
    """The facts that the guards look at. ``corrected`` is the officer's finding."""
    asked = listing.steps.filter(action=Action.ASK_REMOVAL).order_by("-number").first()
    same_list = Listing.objects.active().filter(
        association=listing.association_id, list_kind=listing.list_kind
    )
    return Case(
        ground_id=listing.ground_id,
        proposed_by_id=listing.proposed_by_id,
        statement_until=listing.statement_until,
        statement_received=listing.state == State.HEARD,
        evidence_digest=listing.evidence_digest(),
        notified_digest=listing.notified_digest,
        clock_from=max((row.listed_on for row in same_list if row.listed_on), default=None),
        asked_on=dates.legal_date(asked.at) if asked else None,
        corrected=corrected,
        commitment=bool(asked and asked.data.get("commitment")),
        deregistered=listing.association.state == Association.State.CANCELLED,
    )


def settle_standing(listing: Listing, by: User | None) -> None:
    """Push the state on the lists down to the register and compute the score anew."""
    kinds = set(
        Listing.objects.active()
        .filter(association=listing.association_id)
        .values_list("list_kind", flat=True)
    )
    standing = "none"
    if ListKind.SERIOUS in kinds:
        standing = "serious"
    elif ListKind.ABNORMAL in kinds:
        standing = "abnormal"
    set_standing(association_id=listing.association_id, standing=standing, by=by)
    rescore_association(association_id=listing.association_id)


def tell(listing: Listing, subject: str, body: str) -> None:
    """Tell everyone who acts for the organisation, with the page where they are heard."""
    tell_association(
        association_id=listing.association_id,
        subject=subject,
        body=body,
        path=f"/credit/listings/{listing.public_id}/",
    )
