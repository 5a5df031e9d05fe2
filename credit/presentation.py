"""What pages of officers and of organisations show alike: the bill, the timeline, the letters."""

import datetime as dt
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import QuerySet

from associations.models import Association
from huanglong_portal.common import dates

from . import services
from .catalogue import KINDS
from .listings.guards import removable_from
from .listings.letters import Letter, Matter, decision, how_to_leave, prior_notice
from .listings.measures import measures_of
from .listings.workflow import Action
from .models import CreditEntry, EntryEnding, Listing, ListingStep, Score
from .scoring.bill import Bill, lay_out

TITLES = {code: kind.title for code, kind in KINDS.items()}
_TONES = {"good": "good", "bad": "bad", "neutral": ""}
HISTORY_SHOWN = 12


def latest_score(association: Association) -> Score | None:
    """The score that holds now."""
    return Score.objects.current().filter(association=association).first()


def bill_of(score: Score) -> Bill:
    """The explanation of a stored score under the rules it was computed with."""
    return lay_out(score.bill_lines, score.rules, applicable=score.applicable, titles=TITLES)


def history_of(association: Association) -> list[tuple[str, float]]:
    """The last changes of the total, oldest first, as rows of a chart."""
    rows: list[tuple[str, float]] = []
    for on, total in association.scores.order_by("on").values_list("on", "total"):
        if not rows or rows[-1][1] != total / 100:
            rows.append((dates.write_date(on), total / 100))
    return rows[-HISTORY_SHOWN:]


@dataclass(frozen=True, slots=True)
class FileLine:
    """One entry on the timeline of a credit file."""

    entry: CreditEntry
    endings: tuple[EntryEnding, ...]

    @property
    def tone(self) -> str:
        """Tone of the timeline's mark; what was retracted has none."""
        return "" if self.retracted else _TONES[self.entry.tone]

    @property
    def retracted(self) -> bool:
        """Whether the entry was found to be wrong."""
        return any(ending.kind == EntryEnding.Kind.RETRACTED for ending in self.endings)


def file_lines(entries: QuerySet[CreditEntry]) -> list[FileLine]:
    """Entries with what became of them, in the order given."""
    found = entries.select_related("paper", "entered_by").prefetch_related("endings__by")
    return [FileLine(entry, tuple(entry.endings.all())) for entry in found]


@dataclass(frozen=True, slots=True)
class Docket:
    """A listing with its papers and letters, as a page shows it."""

    listing: Listing
    steps: tuple[ListingStep, ...]
    notice: Letter
    decision: Letter | None
    removable_from: dt.date | None
    how_to_leave: str


def docket_of(listing: Listing) -> Docket:
    """Everything on one listing. The letters are set from what was proposed and decided."""
    steps = tuple(listing.steps.select_related("by", "paper"))
    periods = services.periods_in_force()
    matter = Matter(
        name=listing.association.name,
        credit_code=listing.association.credit_code,
        ground=listing.ground,
        facts=listing.facts,
        evidence=[
            *listing.evidence.splitlines(),
            *(f"信用信息“{entry.title}”" for entry in listing.entries.all()),
        ],
        measures=[measure.title for measure in listing.measures.all()],
        bureau=settings.BUREAU_NAME,
    )
    decided = None
    if listing.listed_on is not None:
        decided = decision(
            matter,
            number=listing.decision_number,
            on=listing.listed_on,
            reason=listing.decision_text,
            heard=any(step.action == Action.STATE and not step.late for step in steps),
            periods=periods,
        )
    possible = [kind.title for kind in measures_of(listing.list_kind)]
    return Docket(
        listing,
        steps,
        prior_notice(
            replace(matter, measures=possible),
            number=listing.notice_number,
            on=listing.served_on or dates.today(),
            periods=periods,
        ),
        decided,
        removable_from(services.case_of(listing), periods) if listing.is_active else None,
        how_to_leave(listing.ground, periods),
    )
