"""Deciding, by another officer than the proposer, and making the decision public."""

from collections.abc import Collection

from django.db import transaction

from associations.models import User
from huanglong_portal.common import dates
from huanglong_portal.common.errors import NotAllowed, Refused

from ...listings.grounds import ListKind
from ...listings.guards import why_not_decide, why_not_list
from ...listings.measures import MEASURES
from ...listings.workflow import Action
from ...models import Listing, ListingStep, Measure
from .steps import case_of, check, lock_listing, move, settle_standing, tell


@transaction.atomic
def decide_listing(
    *,
    listing_id: int,
    outcome: str,
    reason: str,
    by: User,
    decision_number: str = "",
    measures: Collection[str] = (),
    paper_id: int | None = None,
) -> ListingStep:
    """Decide: ``outcome`` is “list” or “dismiss”.

    Listing is refused before the notice was served, before the period is over without a
    statement, after the evidence changed, by the proposer, and from another office. It takes
    effect at once: measures begin, the register shows the standing, the score its cap, and a
    serious listing ends the abnormal ones (one list at a time). Raises NotAllowed, Conflict,
    Refused.
    """
    listing = lock_listing(listing_id)
    action = Action.LIST if outcome == "list" else Action.DISMISS
    check(listing, action, by, reason)
    if action == Action.DISMISS:
        return _dismiss(listing, reason, by, decision_number, paper_id)
    sentence = why_not_list(case_of(listing), actor_id=by.pk, on=dates.today())
    if sentence:
        raise NotAllowed(sentence)
    if not decision_number.strip():
        raise Refused("请填写决定书文号。", "decision_number")
    step = move(
        listing,
        Action.LIST,
        by=by,
        note=reason,
        paper_id=paper_id,
        data={"measures": sorted(measures)},
        decided_by=by,
        decision_number=decision_number.strip(),
        decision_text=reason.strip(),
        listed_on=dates.today(),
    )
    _order_measures(listing, measures, by)
    if listing.list_kind == ListKind.SERIOUS:
        _end_abnormal_listings(listing)
    settle_standing(listing, by)
    tell(
        listing,
        f"列入{listing.get_list_kind_display()}决定书",
        f"民政局已决定将{listing.association.name}列入{listing.get_list_kind_display()}"
        f"（{listing.decision_number}）。不服决定的，可以申请行政复议或者提起行政诉讼。",
    )
    return step


@transaction.atomic
def publish_listing(*, listing_id: int, by: User, paper_id: int | None = None) -> ListingStep:
    """Put a decided listing on the public page (民政部令第60号: 两个名单向社会公开)."""
    listing = lock_listing(listing_id)
    check(listing, Action.PUBLISH, by)
    return move(listing, Action.PUBLISH, by=by, paper_id=paper_id, published_at=dates.now())


def _dismiss(
    listing: Listing, reason: str, by: User, decision_number: str, paper_id: int | None
) -> ListingStep:
    sentence = why_not_decide(case_of(listing), actor_id=by.pk)
    if sentence:
        raise NotAllowed(sentence)
    step = move(
        listing,
        Action.DISMISS,
        by=by,
        note=reason,
        paper_id=paper_id,
        decided_by=by,
        decision_number=decision_number.strip(),
        decision_text=reason.strip(),
        ended_on=dates.today(),
    )
    tell(
        listing,
        "不予列入决定",
        f"民政局决定不将{listing.association.name}列入{listing.get_list_kind_display()}。",
    )
    return step


def _order_measures(listing: Listing, codes: Collection[str], by: User) -> None:
    for code in sorted(set(codes)):
        kind = MEASURES.get(code)
        if kind is None or listing.list_kind not in kind.lists:
            raise Refused("所选的措施不适用于这个名单。", "measures")
        Measure.objects.create(
            association=listing.association,
            listing=listing,
            kind=Measure.Kind.SANCTION,
            code=kind.code,
            title=kind.title,
            basis=kind.basis,
            department=kind.department,
            own_power=kind.own_power,
            starts_on=dates.today(),
            ordered_by=by,
        )


def _end_abnormal_listings(serious: Listing) -> None:
    """One list at a time: the abnormal listings end on the day of the serious one."""
    abnormal = Listing.objects.active().filter(
        association=serious.association_id, list_kind=ListKind.ABNORMAL
    )
    for listing in abnormal.select_related("association", "office"):
        end_measures(listing, "转入严重违法失信名单")
        move(
            listing,
            Action.MOVE_UP,
            by=None,
            data={"serious_listing": serious.pk},
            ended_on=dates.today(),
        )


def end_measures(listing: Listing, because: str) -> int:
    """End all measures of a listing together with it; returns how many."""
    return listing.measures.in_force().update(ended_on=dates.today(), ended_because=because)
