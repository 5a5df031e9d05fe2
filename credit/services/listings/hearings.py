"""Telling the organisation, and hearing it."""

import datetime as dt

from django.db import transaction

from associations.models import User
from huanglong_portal.common import calendar, dates
from huanglong_portal.common.errors import Refused

from ...listings.periods import deadline
from ...listings.workflow import Action
from ...models import Listing, ListingStep
from ..figures import periods_in_force
from .steps import check, lock_listing, move, tell


@transaction.atomic
def serve_notice(
    *,
    listing_id: int,
    notice_number: str,
    served_on: dt.date,
    manner: str,
    by: User,
    note: str = "",
    paper_id: int | None = None,
) -> ListingStep:
    """Record that the 告知书 was served (送达): the period for the statement runs from that day.

    The last day is computed once, from the day of service and the calendar, and kept; no timer
    moves it. Raises Refused at the field for a day before the proposal or in the future, and
    CalendarMissing when the calendar of a year in the period is not known.
    """
    listing = lock_listing(listing_id)
    check(listing, Action.SERVE, by)
    if not notice_number.strip():
        raise Refused("请填写告知书文号。", "notice_number")
    if served_on > dates.today():
        raise Refused("送达日期不能晚于今天。", "served_on")
    if served_on < dates.legal_date(_last_change(listing)):
        raise Refused("送达日期不能早于提议或补充证据的日期。", "served_on")
    by_announcement = Listing.Manner(manner) == Listing.Manner.ANNOUNCEMENT
    period = periods_in_force()["statement_by_announcement" if by_announcement else "statement"]
    due = deadline(period, served_on, calendar.corrections())
    step = move(
        listing,
        Action.SERVE,
        by=by,
        note=note,
        paper_id=paper_id,
        data={"manner": manner, "served_on": served_on.isoformat(), "why": due.why},
        notice_number=notice_number.strip(),
        served_on=served_on,
        manner=manner,
        statement_until=due.last_day,
        notified_digest=listing.evidence_digest(),
    )
    tell(
        listing,
        f"拟列入{listing.get_list_kind_display()}告知书",
        f"民政局拟将{listing.association.name}列入{listing.get_list_kind_display()}，"
        f"告知书已于{dates.write_date(served_on)}送达。您可以在"
        f"{dates.write_date(due.last_day)} 24:00 以前陈述、申辩。"
        "陈述申辩不会使处理结果加重。",
    )
    return step


@transaction.atomic
def receive_statement(
    *, listing_id: int, text: str, by: User, paper_id: int | None = None
) -> ListingStep:
    """Receive the organisation's statement (陈述申辩), from a suspended one too.

    One that arrives after the last day is kept all the same and marked late; only one in time
    lets the decision be made before the period is over.
    """
    listing = lock_listing(listing_id)
    check(listing, Action.STATE, by, text)
    late = listing.statement_until is not None and dates.today() > listing.statement_until
    return move(listing, Action.STATE, by=by, note=text, paper_id=paper_id, late=late)


def _last_change(listing: Listing) -> dt.datetime:
    """When the facts or the evidence last changed."""
    step = (
        listing.steps.filter(action__in=("propose", Action.ADD_EVIDENCE))
        .order_by("-number")
        .first()
    )
    return step.at if step else listing.proposed_at
