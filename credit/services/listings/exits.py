"""Leaving a list again. One act ends publication, standing, score effect and every measure."""

from django.db import transaction

from associations.models import User
from huanglong_portal.common import dates
from huanglong_portal.common.errors import NotAllowed

from ...listings.guards import why_not_remove, why_not_repair
from ...listings.workflow import Action
from ...models import EntryEnding, Listing, ListingStep
from ..entries import write_ending
from ..figures import periods_in_force
from .decisions import end_measures
from .steps import case_of, check, lock_listing, move, settle_standing, tell


@transaction.atomic
def ask_removal(
    *, listing_id: int, text: str, by: User, commitment: bool = False, paper_id: int | None = None
) -> ListingStep:
    """The organisation's application for removal or, with the public credit commitment (信用承诺),
    for repair. It may apply at any time; when removal is possible, the officer's page says."""
    listing = lock_listing(listing_id)
    check(listing, Action.ASK_REMOVAL, by, text)
    return move(
        listing,
        Action.ASK_REMOVAL,
        by=by,
        note=text,
        paper_id=paper_id,
        data={"commitment": commitment},
    )


@transaction.atomic
def remove_listing(
    *, listing_id: int, note: str, by: User, corrected: bool = False, paper_id: int | None = None
) -> ListingStep:
    """Take an organisation off the list as the exit of its ground allows (第十四条). ``corrected``
    is the officer's finding that the duty was met. Raises NotAllowed with the reason and date."""
    listing = lock_listing(listing_id)
    check(listing, Action.REMOVE, by, note)
    case = case_of(listing, corrected=corrected)
    sentence = why_not_remove(case, on=dates.today(), periods=periods_in_force())
    if sentence:
        raise NotAllowed(sentence)
    return _leave(listing, Action.REMOVE, note, by, paper_id, "已移出名单")


@transaction.atomic
def repair_listing(
    *, listing_id: int, note: str, by: User, corrected: bool = False, paper_id: int | None = None
) -> ListingStep:
    """Repair (信用修复管理办法): what removal does, and the entries it rested on end as well."""
    listing = lock_listing(listing_id)
    check(listing, Action.REPAIR, by, note)
    case = case_of(listing, corrected=corrected)
    sentence = why_not_repair(case, on=dates.today(), periods=periods_in_force())
    if sentence:
        raise NotAllowed(sentence)
    for entry in listing.entries.not_retracted():
        write_ending(
            entry=entry,
            kind=EntryEnding.Kind.REPAIRED,
            on=dates.today(),
            reason=f"信用修复：{note}",
            by=by,
        )
    return _leave(listing, Action.REPAIR, note, by, paper_id, "已信用修复")


@transaction.atomic
def overturn_listing(
    *, listing_id: int, note: str, by: User, paper_id: int | None = None
) -> ListingStep:
    """Annul a decision that was wrong (复议、诉讼、自行纠正): it leaves the public pages and the
    score at once, as if it had never been; the docket stays. Needs neither time nor application."""
    listing = lock_listing(listing_id)
    check(listing, Action.OVERTURN, by, note)
    return _leave(listing, Action.OVERTURN, note, by, paper_id, "列入决定已撤销")


def _leave(
    listing: Listing, action: Action, note: str, by: User, paper_id: int | None, outcome: str
) -> ListingStep:
    step = move(listing, action, by=by, note=note, paper_id=paper_id, ended_on=dates.today())
    end_measures(listing, outcome)
    settle_standing(listing, by)
    tell(
        listing,
        outcome,
        f"{listing.association.name}{outcome}（{listing.get_list_kind_display()}，"
        f"{listing.decision_number}）。公布和各项措施同时终止。",
    )
    return step
