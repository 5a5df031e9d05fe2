"""Proposing a listing on a statutory ground, with its facts and evidence."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from associations.models import Association, User
from associations.services.register import receiving_office_id
from huanglong_portal.common import dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from ... import permissions
from ...listings.grounds import GROUNDS, ListKind
from ...listings.guards import why_not_letters, why_not_move_up
from ...listings.workflow import Action
from ...models import CreditEntry, Listing, ListingStep
from ..figures import periods_in_force
from .steps import check, lock_listing, move, write_step


@transaction.atomic
def propose_listing(
    *,
    association_id: int,
    ground_id: str,
    facts: str,
    evidence: str,
    by: User,
    entry_ids: Collection[int] = (),
    first_letter_on: dt.date | None = None,
    second_letter_on: dt.date | None = None,
    paper_id: int | None = None,
) -> Listing:
    """Propose to put an organisation on a list. Nothing follows from it but the procedure.

    The ground is one of the regulation's; the facts and the evidence are what the organisation
    will be told. Raises NotAllowed for another office's organisation, Conflict when the same
    ground is proposed already, Refused at the field for what is missing or does not hold: AB6
    needs two letters so many days apart, SV1 two full years on the abnormal list.
    """
    association = Association.objects.select_for_update().get(pk=association_id)
    office_id = receiving_office_id(association)
    if office_id is None or not permissions.may_propose(by, association, office_id):
        raise NotAllowed("该组织由另一科室负责，您不能提议。")
    if ground_id not in GROUNDS:
        raise Refused("请选择列入情形。", "ground_id")
    ground = GROUNDS[ground_id]
    if not facts.strip():
        raise Refused("请写明事实，告知书会照此告知当事人。", "facts")
    if not evidence.strip():
        raise Refused("请列出证据，每行一项。", "evidence")
    periods = periods_in_force()
    if ground.needs_letters:
        sentence = why_not_letters(first_letter_on, second_letter_on, periods)
        if sentence:
            raise Refused(sentence, "second_letter_on")
    if ground.id == "SV1":
        sentence = why_not_move_up(
            _abnormal_since(association), dates.today(), periods["abnormal_to_serious"]
        )
        if sentence:
            raise Refused(sentence, "ground_id")
    if Listing.objects.pending().filter(association=association, ground_id=ground_id).exists():
        raise Conflict("同一情形已经提议，正在办理。请打开那件事项继续。")
    listing = Listing.objects.create(
        association=association,
        office_id=office_id,
        list_kind=ground.list_kind,
        ground_id=ground.id,
        facts=facts.strip(),
        evidence=evidence.strip(),
        first_letter_on=first_letter_on,
        second_letter_on=second_letter_on,
        proposed_by=by,
        proposed_at=dates.now(),
    )
    listing.entries.set(_own_entries(association, entry_ids))
    write_step(listing, "propose", source="", by=by, note=listing.facts, paper_id=paper_id)
    return listing


@transaction.atomic
def add_evidence(
    *,
    listing_id: int,
    evidence: str,
    by: User,
    entry_ids: Collection[int] = (),
    paper_id: int | None = None,
) -> ListingStep:
    """Add evidence before the decision. After the notice this takes the listing back: the notice
    must be served again and the period starts anew."""
    listing = lock_listing(listing_id)
    check(listing, Action.ADD_EVIDENCE, by, evidence)
    listing.entries.add(*_own_entries(listing.association, entry_ids))
    return move(
        listing,
        Action.ADD_EVIDENCE,
        by=by,
        note=evidence,
        paper_id=paper_id,
        evidence=f"{listing.evidence}\n{evidence.strip()}",
        served_on=None,
        statement_until=None,
    )


@transaction.atomic
def drop_listing(
    *, listing_id: int, reason: str, by: User, paper_id: int | None = None
) -> ListingStep:
    """Withdraw a proposal of which the organisation has not been told."""
    listing = lock_listing(listing_id)
    check(listing, Action.DROP, by, reason)
    return move(listing, Action.DROP, by=by, note=reason, paper_id=paper_id, ended_on=dates.today())


def _own_entries(association: Association, entry_ids: Collection[int]) -> list[CreditEntry]:
    entries = list(association.credit_entries.not_retracted().filter(pk__in=entry_ids))
    if len(entries) != len(set(entry_ids)):
        raise Refused("所选的信用信息不在该组织的信用档案中，或者已经撤销。", "entries")
    return entries


def _abnormal_since(association: Association) -> dt.date | None:
    """Since when the organisation is on the abnormal list; a new ground restarts the time."""
    days = (
        Listing.objects.active()
        .filter(association=association, list_kind=ListKind.ABNORMAL)
        .values_list("listed_on", flat=True)
    )
    return max((day for day in days if day), default=None)
