"""Cases (典型案例): reward, the five sanctions, mediation, responsibility, brand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from filings.documents.blocks import Block
from filings.materials import Material
from huanglong_portal.common.dates import write_date
from huanglong_portal.common.numerals import to_chinese

from .chronology import Chronology
from .organisations import Organisation, invent_person
from .paper import Paper
from .phrasing import Phrasing, lines_of
from .vocabulary import vocabulary

SANCTIONS = {
    "warning": "警告",
    "internal_criticism": "行业内通报批评",
    "public_censure": "公开谴责",
    "expulsion": "取消会员资格",
    "referral": "向有关部门通报",
}
_BODIES = {
    "warning": "自律委员会",
    "internal_criticism": "自律委员会",
    "public_censure": "理事会",
    "expulsion": "会员大会",
    "referral": "理事会",
}
_FOLLOWED = {
    "warning": "警告决定书送达当事单位，并抄送其所在街道商会。",
    "internal_criticism": "决定在会员范围内通报，未向社会公开当事单位名称。",
    "public_censure": "决定通过公众号向社会公布，公布期一年。",
    "expulsion": "决定生效后收回会员证书和牌匾，会员名册同步更新。",
    "referral": "同日将事实材料移送市场监督管理部门，并收到回执。",
}
_HANDLED = {
    "reward": "经推荐、核查、公示，审议后给予通报表扬，全程不收取费用。",
    "mediation": "专业调解组织指派两名调解员，经三次调解，双方自愿达成协议。",
    "brand": "自愿申报、公开承诺、现场核查后使用品牌标识，不收取费用。",
    "responsibility": "由会员自愿认领项目，公开计划、支出和服务时间。",
}
_EFFECTS = {
    "reward": "同行对照学习，投诉减少，诚信氛围进一步形成。",
    "mediation": "协议全部履行，双方恢复正常往来。",
    "brand": "群众评价良好，参与单位逐步增加。",
    "responsibility": "服务覆盖面扩大，年度社会责任报告已向社会公布。",
}
_OUTLINES = {
    "reward": (
        ("基本情况", "奖励概况"),
        ("主要做法", "奖励做法"),
        ("表彰办理", "奖励办理"),
        ("取得成效", "奖励成效"),
        ("经验启示", "启示"),
    ),
    "sanction": (
        ("案情概况", "违规概况"),
        ("核查经过", "违规经过"),
        ("处理情况", "违规处理"),
        ("整改成效", "违规成效"),
        ("案例启示", "启示"),
    ),
    "mediation": (
        ("纠纷概况", "调解概况"),
        ("调解过程", "调解经过"),
        ("调解结果", "调解结果"),
        ("办案成效", "调解成效"),
    ),
    "brand": (("品牌概况", "品牌概况"), ("主要做法", "品牌做法"), ("实际成效", "品牌成效")),
    "responsibility": (
        ("活动概况", "责任概况"),
        ("主要做法", "责任做法"),
        ("取得成效", "责任成效"),
    ),
}
# An institution has no members: it praises and disciplines its own people.
_STAFF_OUTLINES = {
    "reward": (
        ("先进事迹", "人员表扬概况"),
        ("主要做法", "人员表扬做法"),
        ("推选表扬", "人员表扬办理"),
        ("经验启示", "启示"),
    ),
    "sanction": (
        ("基本情况", "人员处理概况"),
        ("核查经过", "人员处理经过"),
        ("处理决定", "人员处理决定"),
        ("整改成效", "人员处理成效"),
    ),
}
_LISTS = {
    "奖励做法": 3,
    "品牌做法": 3,
    "调解经过": 3,
    "责任做法": 2,
    "违规经过": 2,
    "人员表扬做法": 3,
}
_NUMBERS = ("一、", "二、", "三、", "四、", "五、")
KINDS = tuple(_OUTLINES)
_OF_A_MEMBER = ("reward", "sanction")


def write_case(
    organisation: Organisation,
    chronology: Chronology,
    dice: Random,
    *,
    kind: str,
    sanction: str = "",
    rules_title: str = "",
    article: str = "",
    wrong: int = 0,
) -> Paper:
    """One case. A sanction names the rules it rests on and the article that lays it down."""
    trade = organisation.trade
    happened = chronology.consultation_from - dt.timedelta(days=dice.randint(30, 200))
    decided = happened + dt.timedelta(days=dice.randint(35, 80))
    member = f"濮阳市{dice.choice('恒顺宏兴嘉祥益瑞昌丰')}某{trade.name}有限公司"
    conduct = trade.wrongs[wrong % len(trade.wrongs)]
    due = dice.choice((7, 9, 11, 13))
    named_sanction = SANCTIONS.get(sanction, "")
    if not organisation.has_members:
        named_sanction = named_sanction.replace("行业内", "内部")
    followed = _FOLLOWED.get(sanction, "") if organisation.has_members else ""
    words = vocabulary(organisation, chronology, dice) | {
        "会员单位": member,
        "伙伴": "会员" if organisation.has_members else "合作单位",
        "奖励事迹": trade.reward,
        "违规事实": conduct,
        "争议事实": trade.dispute,
        "品牌": trade.brand,
        "品牌内容": trade.brand_story,
        "规约名称": rules_title or f"{organisation.name}行业自律规约",
        "条款": article or "有关条款",
        "惩戒": named_sanction,
        "惩戒机构": _BODIES.get(sanction, "自律委员会"),
        "通报说明": followed,
        "举报来源": dice.choice(("群众来信", "12345热线转办单", "会员举报", "消费者投诉")),
        "决定日期": write_date(decided),
        "成立年份": str(dice.randint(2003, 2018)),
        "年": str(happened.year),
        "月": str(happened.month),
        "岗位": dice.choice(trade.staff),
        "人员姓名": invent_person(dice),
        "员工数": str(dice.randint(18, 160)),
        "降幅": to_chinese(dice.randint(18, 61)),
        "满意率": to_chinese(dice.randint(91, 99)),
        "场次": str(dice.randint(21, 60)),
        "人次": str(dice.randint(260, 3200)),
        "项数": str(dice.randint(7, 30)),
        "阅读": str(dice.randint(600, 5200)),
        "金额": str(dice.randint(8, 460) * 100),
        "应到": str(due),
        "实到": str(due - dice.choice((0, 1, 2))),
    }
    phrasing = Phrasing(f"{organisation.credit_code}/case/{dice.random()}", words)
    title = _title(organisation, kind, named_sanction, dice)
    outline = _OUTLINES[kind]
    if not organisation.has_members:
        outline = _STAFF_OUTLINES.get(kind, outline)
    blocks = [Block("title", "", title), *_body(outline, phrasing, dice)]
    named = kind == "reward" or sanction == "public_censure"
    return Paper(
        material=Material.CASE,
        title=title,
        blocks=blocks,
        fields={
            "case_kind": kind,
            "sanction": sanction,
            "article": article if kind == "sanction" else "",
            "member_name": member if organisation.has_members and kind in _OF_A_MEMBER else "",
            "may_name_member": named and organisation.has_members,
            "happened_on": happened.isoformat(),
            "facts": {
                "reward": trade.reward,
                "sanction": conduct,
                "mediation": trade.dispute,
                "brand": f"{trade.brand}：{trade.brand_story}",
            }.get(kind, f"{organisation.name}组织会员开展敬老助残、技能进社区等社会责任行动")
            + "。",
            "handling": f"{write_date(decided)}作出{named_sanction}决定。{followed}"
            if sanction
            else _HANDLED[kind],
            "effect": "当事单位已整改，行业同类投诉明显下降。" if sanction else _EFFECTS[kind],
        },
    )


def told_in_fields(paper: Paper) -> Paper:
    """The same case with its whole story in the form's fields and no text beside them."""
    told: list[str] = []
    for block in paper.blocks:
        if block.type == "heading":
            told.append("")
        elif told:
            told[-1] += f"{block.number}{block.text}"
    facts, *handling, effect = told
    fields = paper.fields | {"facts": facts, "handling": "".join(handling), "effect": effect}
    return replace(paper, blocks=(), fields=fields)


def _title(organisation: Organisation, kind: str, sanction: str, dice: Random) -> str:
    trade = organisation.trade
    match kind:
        case "reward":
            return dice.choice(
                (f"守信者受尊重：{trade.name}诚信典型表扬案例", f"{trade.sector}诚信标兵先进事迹")
            )
        case "sanction":
            whose = "会员违反自律规约" if organisation.has_members else "工作人员违反自律规约"
            return f"{trade.sector}{whose}受到{sanction}案"
        case "mediation":
            return f"{trade.sector}纠纷专业调解案例"
        case "brand":
            return f"{trade.brand}诚信服务品牌创建案例"
        case _:
            return f"{trade.sector}履行社会责任实践案例"


def _body(outline: Sequence[tuple[str, str]], phrasing: Phrasing, dice: Random) -> list[Block]:
    bank = lines_of("cases")
    blocks: list[Block] = []
    for number, (heading, name) in zip(_NUMBERS, outline, strict=False):
        blocks.append(Block("heading", number, heading))
        passages = list(bank[name])
        count = min(_LISTS.get(name, 1), len(passages))
        chosen = sorted(dice.sample(range(len(passages)), count))
        for place, index in enumerate(chosen):
            blocks.append(_passage(phrasing.fill(passages[index]), place))
    return blocks


def _passage(text: str, place: int) -> Block:
    """A paragraph, or （一）… renumbered in the order it now has."""
    if text.startswith("（"):
        return Block("item", f"（{'一二三四五'[place]}）", text.partition("）")[2])
    return Block("paragraph", "", text)
