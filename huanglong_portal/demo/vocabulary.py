"""The words that fill the blanks of an organisation's papers."""

from collections.abc import Sequence
from random import Random

from associations.kinds import Category
from huanglong_portal.common.dates import write_date

from .chronology import Chronology
from .organisations import Organisation

DISTRICT = "濮阳市华龙区"


def vocabulary(
    organisation: Organisation, chronology: Chronology, dice: Random
) -> dict[str, str | Sequence[str]]:
    """Blank → word, or list of words to draw from, for one document of ``organisation``."""
    trade = organisation.trade
    assembly = chronology.assembly_name(organisation)
    members = _members(organisation, dice)
    risks = dice.sample(trade.risks, len(trade.risks))
    return {
        "协会": organisation.name,
        "本会": organisation.calls_itself,
        "本单位": organisation.calls_itself,
        "行业": trade.sector,
        "会员": members,
        "经营者": trade.operator,
        "客户": trade.customer,
        "服务对象": trade.customer,
        "工作人员": "工作人员",
        "规约": "本规约",
        "大会": assembly,
        "自律机构": dice.choice(("自律委员会", "行业自律工作委员会", "诚信自律委员会")),
        "地区": DISTRICT,
        "施行日期": write_date(chronology.effective_on),
        "旧规约": f"{organisation.name}行业自律规约（试行）",
        "服务": trade.services,
        "人员": trade.staff,
        "单据": trade.papers,
        "法规": trade.laws,
        "帮助": trade.help,
        **{f"失信{place}": risk for place, risk in enumerate(risks, 1)},
    }


def _members(organisation: Organisation, dice: Random) -> str:
    match organisation.category:
        case Category.TRADE_ASSOCIATION:
            return dice.choice(("会员", "会员企业", "会员单位"))
        case Category.SOCIETY:
            return "会员"
        case _:
            return "服务对象"
