"""When things happened to an organisation's rules: heard, advised upon, voted, in force.

Days are working days of the order that the notice asks for (征求意见 → 专家论证 → 会员大会 →
颁布 → 实施), told back from the day on which the document is filed.
"""

import datetime as dt
from dataclasses import dataclass
from random import Random

from huanglong_portal.common.numerals import to_chinese

from .organisations import Organisation


@dataclass(frozen=True, slots=True)
class Chronology:
    """The days of one document's making."""

    consultation_from: dt.date
    consultation_to: dt.date
    experts_on: dt.date
    assembly_on: dt.date
    promulgated_on: dt.date
    effective_on: dt.date
    delegates: bool
    session: int

    def assembly_name(self, organisation: Organisation) -> str:
        """What adopts the document: 会员大会, 会员代表大会, or 理事会 where it has no members."""
        if not organisation.has_members:
            return "理事会"
        return "会员代表大会" if self.delegates else "会员大会"

    def assembly_title(self, organisation: Organisation) -> str:
        """第三届会员代表大会第二次会议."""
        name = self.assembly_name(organisation)
        return f"第{to_chinese(organisation.term)}届{name}第{to_chinese(self.session)}次会议"


def chronology(organisation: Organisation, filed_on: dt.date, dice: Random) -> Chronology:
    """An orderly making that ended some weeks before ``filed_on``."""
    effective = filed_on - dt.timedelta(days=dice.randint(12, 60))
    promulgated = effective - dt.timedelta(days=dice.randint(7, 25))
    assembly = _weekday(promulgated - dt.timedelta(days=dice.randint(3, 12)))
    experts = _weekday(assembly - dt.timedelta(days=dice.randint(12, 35)))
    heard_to = experts - dt.timedelta(days=dice.randint(6, 20))
    return Chronology(
        consultation_from=heard_to - dt.timedelta(days=dice.choice((30, 31, 35, 45))),
        consultation_to=heard_to,
        experts_on=experts,
        assembly_on=assembly,
        promulgated_on=promulgated,
        effective_on=effective,
        delegates=(organisation.member_count or 0) > 90,
        session=dice.randint(1, 4),
    )


def _weekday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=max(0, day.weekday() - 4))
