"""Codes of professional ethics (行业职业道德准则): 15–30 articles about people, not firms."""

from random import Random
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from huanglong_portal.common.dates import write_date

from .articles import Part, set_articles
from .chronology import Chronology
from .conventions import chosen_clauses
from .organisations import Organisation
from .paper import Paper
from .phrasing import Phrasing, bank, clauses
from .vocabulary import vocabulary

_CHANNELS = (
    ("会员大会现场宣讲", "参会代表"),
    ("微信公众号推送", "阅读"),
    ("门店张贴海报", "张贴"),
    ("新员工岗前培训", "参训"),
    ("职业道德宣传周", "参加"),
    ("短视频平台发布", "播放"),
)


def write_ethics_code(organisation: Organisation, chronology: Chronology, dice: Random) -> Paper:
    """The code of ethics, with whom it binds and how it was made known."""
    words = vocabulary(organisation, chronology, dice)
    name = "行业职业道德准则" if organisation.trade.is_business else "从业人员职业道德准则"
    phrasing = Phrasing(f"{organisation.credit_code}/ethics/{dice.random()}", words)
    keep = dice.choice((0.25, 0.5, 0.75))
    parts = []
    for chapter in bank("ethics"):
        chosen = chosen_clauses(chapter, dice, keep, trading=organisation.trade.is_business)
        if chapter.name == "执业行为":
            own = list(clauses(organisation.trade.ethics))
            dice.shuffle(own)
            chosen = own
        if chapter.name == "社会责任" and dice.random() < 0.4:
            continue
        parts.append(Part(chapter.name, chosen))
    if dice.random() < 0.35:
        parts = _merged(parts)
    articles = set_articles(parts, phrasing)
    title = f"{organisation.name}{name}"
    staff = list(organisation.trade.staff)
    return Paper(
        material=Material.ETHICS_CODE,
        title=title,
        blocks=[Block("title", "", title), *articles.blocks],
        fields={
            "adopted_on": chronology.assembly_on.isoformat(),
            "effective_on": chronology.effective_on.isoformat(),
            "staff_groups": "、".join(staff),
            "publicity": _publicity(chronology, dice),
            "discipline": f"见{articles.places['惩戒']}，处理前听取本人陈述申辩。",
            "csr_note": f"已于{write_date(chronology.promulgated_on)}启动行业社会责任报告编写。"
            if organisation.trade.is_business and dice.random() < 0.5
            else "",
        },
        articles=articles.count,
        places=articles.places,
    )


def _merged(parts: list[Part]) -> list[Part]:
    """A short code has its two chapters on conduct as one."""
    conduct = Part("职业行为规范", [*parts[1].clauses, *parts[2].clauses])
    return [parts[0], conduct, *parts[3:]]


def _publicity(chronology: Chronology, dice: Random) -> list[dict[str, Any]]:
    return [
        {
            "channel": channel,
            "date": chronology.effective_on.isoformat(),
            "reach": f"{verb}{dice.randint(40, 400)}人次",
        }
        for channel, verb in dice.sample(_CHANNELS, dice.choice((2, 3)))
    ]
