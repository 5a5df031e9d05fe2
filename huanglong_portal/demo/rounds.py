"""The two rounds of the demo: last year's, finished, and the one that is open."""

from associations.models import User
from filings import services
from filings.models import Round
from huanglong_portal.common import outbox
from huanglong_portal.common.dates import write_date

from .dice import dice_for
from .stage import Story
from .timeline import CLOSES_IN, EARLIER_CLOSED, EARLIER_OPENED, OPENED, Timeline

_TEXT = (
    "各社会组织：\n\n为深入推进行业协会商会诚信自律建设，请将本单位开展诚信自律建设的有关材料"
    "按期报送。行业协会商会报送自律规约、职业道德准则、行业标准（已经制定的和在研标准）、诚信承诺书、"
    "典型案例五类材料；其他社会组织报送除行业标准以外的四类材料。尚未制定的，请说明工作安排。\n\n"
    "报送截止日期：{closes}。"
)
_CONTACT = "市社会组织管理科、区社会组织管理股 0393-0000000"
ANNOUNCEMENT = "filings.announce_round"


def rounds_story(timeline: Timeline, by: User) -> Story:
    """Both rounds are drafted and opened, and the earlier one is closed again."""
    dice = dice_for("rounds")
    yield timeline.at(EARLIER_OPENED, dice)
    earlier = _open(timeline, EARLIER_OPENED, EARLIER_CLOSED, by)
    yield timeline.at(EARLIER_CLOSED, dice)
    services.close_round(round_id=earlier.pk, by=by)
    yield timeline.at(OPENED, dice)
    _open(timeline, OPENED, -CLOSES_IN, by)


def _open(timeline: Timeline, from_ago: int, to_ago: int, by: User) -> Round:
    opens_on, closes_on = timeline.day(from_ago), timeline.day(to_ago)
    drafted = services.draft_round(
        slug=str(opens_on.year),
        title=f"关于报送{opens_on.year}年度诚信自律建设材料的通知",
        year=opens_on.year,
        text=_TEXT.format(closes=write_date(closes_on)),
        opens_on=opens_on,
        closes_on=closes_on,
        contact=_CONTACT,
        by=by,
    )
    services.open_round(round_id=drafted.pk, by=by)
    outbox.drain(topics={ANNOUNCEMENT})
    return drafted


def slug_of(timeline: Timeline, *, earlier: bool) -> str:
    """The slug of the open round, or of the one before it."""
    return str(timeline.day(EARLIER_OPENED if earlier else OPENED).year)
