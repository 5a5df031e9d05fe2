"""What goes on the credit files besides filings, and how one organisation is put on a list."""

import datetime as dt
import io
from random import Random

from associations.models import Association
from credit import services as credit
from huanglong_portal.common import dates

from .dice import dice_for
from .organisations import Organisation
from .people import Cast
from .scans import scanned_pdf
from .scripts import parts_of
from .sheets import Sheet
from .stage import Story
from .timeline import Timeline

_BUREAU = "濮阳市华龙区民政局"
_LISTED, _TOLD = 12, 32


def credit_story(organisation: Organisation, cast: Cast, timeline: Timeline) -> Story:
    """A year's ordinary entries: annual report, meetings, fees, rating, a complaint or two."""
    dice = dice_for(organisation.credit_code, "credit")
    active = any(True for _ in parts_of(organisation))
    moment = None
    for days_ago in sorted((dice.randint(20, 300) for _ in range(2)), reverse=True):
        moment = timeline.at(days_ago, dice, after=moment)
        yield moment
        keeper = _Keeper(organisation, cast)
        for code, quantity, description in _entries(organisation, dice, active=active):
            keeper.note(code, quantity=quantity, description=description)
    if active and dice.random() < 0.12:
        moment = timeline.at(15, dice, after=moment)
        yield moment
        _Keeper(organisation, cast).note(
            "complaint.sustained",
            description="未在承诺期限内答复服务对象投诉，经核查属实，已责成改正。",
            paper="投诉核查认定书",
        )


def _entries(
    organisation: Organisation, dice: Random, *, active: bool
) -> list[tuple[str, int, str]]:
    known: list[tuple[str, float, int, str]] = [
        ("annual_report.on_time", 0.85 if active else 0.0, 0, "上年度工作报告按时报送"),
        ("party.established", 0.5, 0, "已成立党支部"),
        ("inspection.clean", 0.3, 0, "双随机抽查未发现问题"),
        ("rating.granted", 0.25, dice.choice((3, 4, 4, 5)), "社会组织等级评估结果"),
        ("fee_list.public", 0.7 if active else 0.1, 0, "收费目录清单在信用中国网站公开"),
        ("commendation.district", 0.08, 0, "诚信自律建设工作先进单位"),
        ("service.delivered", 0.2, 0, "政府购买服务项目验收合格"),
    ]
    if organisation.has_members:
        known += [
            ("assembly.held", 0.8 if active else 0.2, 0, "按章程召开会员（代表）大会"),
            ("fee_vote.few_tiers", 0.6, 0, "会费标准不超过四档"),
            ("fee_vote.secret_ballot", 0.6, 0, "会费标准经无记名投票表决"),
            ("discipline.none_declared", 0.4, 0, "本年度无惩戒事项"),
            ("mediation.recorded", 0.3, 0, "调解行业纠纷并有记录"),
        ]
    return [
        (code, quantity, description)
        for code, chance, quantity, description in known
        if dice.random() < chance / 1.15
    ]


def listing_story(organisation: Organisation, cast: Cast, timeline: Timeline) -> Story:
    """活动异常名录, from the missing report to the public list, with every step between."""
    dice = dice_for(organisation.credit_code, "listing")
    moment = timeline.at(66, dice)
    yield moment
    keeper = _Keeper(organisation, cast)
    due = dt.date(dates.today().year, 5, 31)
    entry = keeper.note(
        "annual_report.missing",
        description=f"未在{dates.write_date(due)}前报送上年度工作报告，经两次催报仍未报送。",
        paper="催报通知及送达回证",
    )
    listing = credit.propose_listing(
        association_id=keeper.association.pk,
        ground_id="AB1",
        facts=f"{organisation.name}未在{dates.write_date(due)}前报送上年度工作报告，"
        "经两次书面催报仍未报送。",
        evidence="年度报告报送情况查询截图\n两次催报通知及送达回证",
        entry_ids=[entry],
        by=keeper.handler,
    )
    moment = timeline.at(64, dice, after=moment)
    yield moment
    credit.serve_notice(
        listing_id=listing.pk,
        notice_number=f"华民告〔{dates.today().year}〕1号",
        served_on=dates.today(),
        manner="mail",
        by=keeper.handler,
    )
    moment = timeline.at(28, dice, after=moment)
    yield moment
    credit.decide_listing(
        listing_id=listing.pk,
        outcome="list",
        reason="逾期未报送年度工作报告，在规定期限内未提出陈述申辩，事实清楚，决定列入。",
        decision_number=f"华民列〔{dates.today().year}〕1号",
        measures=("inspection",),
        by=keeper.chief,
    )
    yield timeline.at(27, dice, after=moment)
    credit.publish_listing(listing_id=listing.pk, by=keeper.chief)


def notice_story(organisation: Organisation, cast: Cast, timeline: Timeline) -> Story:
    """A listing that is proposed, told, and answered: nobody has decided yet."""
    dice = dice_for(organisation.credit_code, "notice")
    moment = timeline.at(8, dice)
    yield moment
    keeper = _Keeper(organisation, cast)
    listing = credit.propose_listing(
        association_id=keeper.association.pk,
        ground_id="AB3",
        facts="抽查发现未按规定公示收费标准，责令限期整改，期满复查仍未完成整改。",
        evidence="抽查记录\n责令整改通知书\n复查记录",
        by=keeper.handler,
    )
    moment = timeline.at(7, dice, after=moment)
    yield moment
    credit.serve_notice(
        listing_id=listing.pk,
        notice_number=f"华民告〔{dates.today().year}〕2号",
        served_on=dates.today(),
        manner="mail",
        by=keeper.handler,
    )
    yield timeline.at(2, dice, after=moment)
    credit.receive_statement(
        listing_id=listing.pk,
        text="收费标准已于复查次日公示在服务大厅和公众号，附照片，请予核实。",
        by=cast.filer(organisation),
    )


def listed_index(count: int) -> int:
    """Who is put on the list: somebody who filed nothing, where there are enough of them."""
    return _LISTED if count > _LISTED else 2


def told_index(count: int) -> int | None:
    """Who has only been told so far."""
    return _TOLD if count > _TOLD else None


class _Keeper:
    """Officers of the right office, writing on one organisation's file."""

    def __init__(self, organisation: Organisation, cast: Cast) -> None:
        self.association = Association.objects.get(credit_code=organisation.credit_code)
        office_id = cast.office_of(self.association)
        self.organisation = organisation
        self.handler = cast.handler(office_id, organisation)
        self.chief = cast.chiefs[office_id]

    def note(self, code: str, *, quantity: int = 0, description: str = "", paper: str = "") -> int:
        """Enter a fact that became known today; returns the entry's key."""
        paper_id = self._keep(paper, description) if paper else None
        today = dates.today()
        same = self.association.credit_entries.filter(code=code, occurred_on=today)
        known = same.values_list("pk", flat=True).first()
        if known is not None:
            return int(known)
        entry = credit.record_entry(
            association_id=self.association.pk,
            code=code,
            occurred_on=today,
            source=_BUREAU,
            quantity=quantity,
            description=description,
            paper_id=paper_id,
            by=self.handler,
        )
        return int(entry.pk)

    def _keep(self, title: str, text: str) -> int:
        dice = dice_for(self.organisation.credit_code, title)
        sheet = Sheet(
            title=title,
            paragraphs=(f"当事人：{self.organisation.name}", text),
            closing=(_BUREAU, dates.write_date(dates.today())),
            seal=_BUREAU,
        )
        content = io.BytesIO(scanned_pdf([sheet], dice))
        paper = credit.keep_paper(
            association_id=self.association.pk,
            content=content,
            name=f"{title}.pdf",
            by=self.handler,
        )
        return int(paper.pk)
