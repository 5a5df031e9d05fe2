"""What the tests of credit need: a moment, a paper, a listing at a certain point."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from associations.models import Association, User
from credit import services
from credit.models import Listing, Paper
from huanglong_portal.common import blobs, dates
from tests.factories import people

SHANGHAI = ZoneInfo("Asia/Shanghai")


@contextmanager
def at(text: str) -> Iterator[None]:
    """Let everything inside happen at “2026-11-23” (10:00) or “2026-11-23 23:59:59”, Shanghai."""
    moment = dt.datetime.fromisoformat(text if " " in text else f"{text} 10:00")
    with dates.clock_at(moment.replace(tzinfo=SHANGHAI)):
        yield


def paper(association: Association, by: User, content: bytes = b"%PDF-1.7 a decision") -> Paper:
    """A file kept for the organisation."""
    blob = blobs.store(content, "application/pdf")
    return Paper.objects.create(
        association=association,
        name="处罚决定书.pdf",
        file_kind="pdf",
        original=blob,
        copy=blob,
        pages=1,
        kept_by=by,
    )


class Bureau:
    """The people of one procedure: who proposes, who decides, who is heard."""

    def __init__(self, association: Association, office: str = "city-division") -> None:
        self.association = association
        self.handler = people.officer("handler", office, "经办甲")
        self.chief = people.officer("chief", office, "负责人乙")
        self.representative = people.representative(association)

    def propose(self, ground_id: str = "AB1", **values: object) -> Listing:
        return services.propose_listing(
            association_id=self.association.pk,
            ground_id=ground_id,
            facts="2025年度工作报告至2026年6月30日未报送。",
            evidence="年度报告系统截图",
            by=self.handler,
            **values,
        )

    def serve(self, listing: Listing, served_on: str = "2026-11-02", **values: object) -> Listing:
        services.serve_notice(
            listing_id=listing.pk,
            notice_number="华民告〔2026〕3号",
            served_on=dt.date.fromisoformat(served_on),
            manner="direct",
            by=self.handler,
            **values,
        )
        listing.refresh_from_db()
        return listing

    def decide(self, listing: Listing, outcome: str = "list", **values: object) -> Listing:
        services.decide_listing(
            listing_id=listing.pk,
            outcome=outcome,
            reason="事实清楚，证据充分。",
            decision_number="华民决〔2026〕5号",
            **{"by": self.chief, **values},
        )
        listing.refresh_from_db()
        return listing

    def publish(self, listing: Listing) -> Listing:
        services.publish_listing(listing_id=listing.pk, by=self.chief)
        listing.refresh_from_db()
        return listing

    def listed(self, ground_id: str = "AB1", **values: object) -> Listing:
        """Proposed on 2 Nov. 2026, decided and published on 17 Nov."""
        with at("2026-11-02"):
            listing = self.serve(self.propose(ground_id, **values))
        with at("2026-11-17"):
            return self.publish(self.decide(listing))


Act = Callable[[], object]
