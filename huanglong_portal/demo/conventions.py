"""Self-discipline rules (行业自律规约): 20–60 articles, no two associations' alike."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import Enum
from random import Random
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from huanglong_portal.common.dates import write_date

from .articles import Articles, Part, clauses_of, set_articles
from .chronology import Chronology
from .dice import dice_for
from .organisations import Organisation, invent_person
from .paper import Paper
from .phrasing import Chapter, Clause, Phrasing, bank, clauses
from .vocabulary import vocabulary

_CONTENT = ("诚信经营", "公平竞争", "质量与安全", "权益保护", "从业人员", "社会责任")
_OPTIONAL = ("社会责任", "激励", "争议调解", "从业人员")
_GRADES = ("warning", "internal_criticism", "public_censure", "expulsion", "referral")
_TITLES = ("行业自律规约", "行业自律公约", "诚信自律规约", "行业自律规约", "会员自律公约")


class Flaw(Enum):
    """What a filing may have that the checks catch."""

    PRICE = "price"
    DATES = "dates"
    QUORUM = "quorum"


_FLAWED_CLAUSES = (
    "{会员}提供{服务}的收费不得低于{本会}公布的最低指导价，调整价格应当事先报{本会}同意。",
    "{会员}应当按照{本会}划定的片区开展业务，不得到其他{会员}的片区招揽{客户}。",
)
_REVISION_NOTE = "根据一年来的执行情况和会员意见，增补了有关条款，调整了部分条款的顺序。"


def write_convention(
    organisation: Organisation,
    chronology: Chronology,
    dice: Random,
    *,
    flaws: Collection[Flaw] = (),
    amended: bool = False,
) -> Paper:
    """The rules of an association, society or institution, with the record of their making.

    With ``flaws`` the text or the record says something the checks catch. The same dice give the
    same rules: without the flaws as they are filed again after a return, ``amended`` as they are
    revised a year later (clauses added, dropped and moved).
    """
    name = dice.choice(_TITLES) if organisation.has_members else "自律规约"
    words = vocabulary(organisation, chronology, dice)
    words["规约"] = "本公约" if name.endswith("公约") else "本规约"
    if organisation.has_members:
        parts, source = _rules(organisation, dice), "convention"
    else:
        parts, source = _institution(organisation, dice), "institution"
    if amended:
        parts = _amended(parts, source, organisation)
    if Flaw.PRICE in flaws:
        parts = _with_clauses(parts, 1, [Clause(text) for text in _FLAWED_CLAUSES])
    articles = set_articles(parts, Phrasing(f"{organisation.credit_code}/rules", words))
    title = f"{organisation.name}{name}"
    adopted = (
        f"（{write_date(chronology.assembly_on)}"
        f"{chronology.assembly_title(organisation)}审议通过，"
        f"自{write_date(chronology.effective_on)}起施行）"
    )
    return Paper(
        material=Material.CONVENTION,
        title=title,
        blocks=[Block("title", "", title), Block("paragraph", "", adopted), *articles.blocks],
        fields=_fields(organisation, chronology, dice, articles, flaws)
        | ({"revision_note": _REVISION_NOTE} if amended else {}),
        articles=articles.count,
        places=articles.places,
    )


def _rules(organisation: Organisation, dice: Random) -> list[Part]:
    size = dice.choice(("short", "usual", "usual", "long"))
    keep = {"short": 0.1, "usual": 0.22, "long": 0.36}[size]
    left_out = {"short": 4, "usual": dice.randint(0, 2), "long": 0}[size]
    dropped = set(dice.sample(_OPTIONAL, left_out))
    content: list[Part] = []
    frame: list[Part] = []
    for chapter in bank("convention"):
        if any(name in chapter.name for name in dropped):
            continue
        chosen = chosen_clauses(chapter, dice, keep, trading=organisation.trade.is_business)
        if size == "short" and "惩戒" in chapter.name:
            chosen = [clause for clause in chosen if not clause.sanction]
        part = Part(chapter.name, chosen)
        (content if any(name in chapter.name for name in _CONTENT) else frame).append(part)
    content.insert(dice.randint(1, 3), _of_the_trade(organisation, dice, keep))
    first, *rest = content
    if size != "short" and dice.random() < 0.5:
        dice.shuffle(rest)
    content = [first, *rest]
    if dice.random() < 0.3:
        content = [Part("自律内容", sections=content)]
    return [frame[0], *content, *_frame_order(frame[1:], dice)]


def _frame_order(frame: list[Part], dice: Random) -> list[Part]:
    """Before the final provisions, encouragement and mediation stand now here, now there."""
    *middle, last = frame
    movable = [part for part in middle if "激励" in part.name or "调解" in part.name]
    fixed = [part for part in middle if part not in movable]
    for part in movable:
        fixed.insert(dice.randint(1, len(fixed)), part)
    return [*fixed, last]


def _of_the_trade(organisation: Organisation, dice: Random, keep: float) -> Part:
    own = list(clauses(organisation.trade.clauses))
    count = max(4, round(len(own) * (0.5 + keep)))
    chosen = dice.sample(own, min(count, len(own)))
    name = dice.choice(("经营行为规范", "服务行为规范", f"{organisation.trade.name}业务规范"))
    return Part(name if organisation.trade.is_business else "活动行为规范", chosen)


def chosen_clauses(chapter: Chapter, dice: Random, keep: float, *, trading: bool) -> list[Clause]:
    """The clauses of a chapter that this document has; of equal labels, one."""
    variants: dict[str, list[Clause]] = {}
    for clause in chapter.clauses:
        if clause.only_traders in (None, trading):
            variants.setdefault(clause.label, []).append(clause)
    chosen = [
        dice.choice(group) for group in variants.values() if group[0].always or dice.random() < keep
    ]
    if not chosen:
        chosen = [dice.choice(next(iter(variants.values())))]
    if chapter.any_order:
        dice.shuffle(chosen)
    return chosen


def _institution(organisation: Organisation, dice: Random) -> list[Part]:
    keep = dice.choice((0.3, 0.6, 0.8))
    own = list(clauses(organisation.trade.clauses))
    parts = []
    for chapter in bank("institution"):
        chosen = chosen_clauses(chapter, dice, keep, trading=False)
        if any("{行业规范}" in clause.text for clause in chapter.clauses):
            chosen = [clause for clause in chosen if "{行业规范}" not in clause.text]
            chosen = [*dice.sample(own, min(len(own), dice.randint(4, 8))), *chosen]
        parts.append(Part(chapter.name, chosen))
    return parts


def _amended(parts: Sequence[Part], source: str, organisation: Organisation) -> list[Part]:
    """A year later: two clauses more in one chapter, one fewer in another, two change places."""
    dice = dice_for(organisation.credit_code, "amended")
    known = {clause.text for part in parts for clause in clauses_of(part)}
    labels = {clause.label for part in parts for clause in clauses_of(part)}
    trading = organisation.trade.is_business
    changed = list(parts)
    for place, part in enumerate(parts):
        chapter = next((one for one in bank(source) if one.name == part.name), None)
        if chapter is None or part.sections:
            continue
        fresh = [
            clause
            for clause in chapter.clauses
            if clause.text not in known
            and clause.label not in labels
            and clause.only_traders in (None, trading)
            and "{行业" not in clause.text
        ]
        if len(fresh) >= 2 and place > 0:
            changed = _with_clauses(changed, place, dice.sample(fresh, 2))
            break
    for place in range(len(changed) - 2, 0, -1):
        part = changed[place]
        loose = [clause for clause in part.clauses if not clause.always]
        if len(loose) >= 2:
            kept = [clause for clause in part.clauses if clause is not loose[0]]
            changed[place] = replace(part, clauses=[kept[-1], *kept[:-1]])
            break
    return changed


def _with_clauses(parts: Sequence[Part], place: int, added: Sequence[Clause]) -> list[Part]:
    """The same document with ``added`` at the end of one chapter."""
    chapter = parts[place]
    if chapter.sections:
        *before, last = chapter.sections
        longer = replace(last, clauses=[*last.clauses, *added])
        changed = replace(chapter, sections=[*before, longer])
    else:
        changed = replace(chapter, clauses=[*chapter.clauses, *added])
    return [*parts[:place], changed, *parts[place + 1 :]]


def _fields(
    organisation: Organisation,
    chronology: Chronology,
    dice: Random,
    articles: Articles,
    flaws: Collection[Flaw],
) -> dict[str, Any]:
    due = _due(organisation, chronology, dice)
    present = max(1, round(due * dice.uniform(0.74, 0.97)))
    if Flaw.QUORUM in flaws:
        present = round(due * 0.52)
    against = dice.choice((0, 0, 0, 1, 2)) if present > 15 else 0
    abstain = dice.choice((0, 0, 1, 2)) if present > 15 else 0
    heard_to = chronology.consultation_to
    if Flaw.DATES in flaws:
        heard_to = chronology.assembly_on.replace(day=28)
    received = dice.randint(8, 46)
    general = articles.places.get("惩戒种类") or articles.places.get("处理", "")
    return {
        "adopted_on": chronology.assembly_on.isoformat(),
        "effective_on": chronology.effective_on.isoformat(),
        "scope": f"{organisation.name}及其"
        + ("全体会员" if organisation.has_members else "全体工作人员"),
        "consultation": {
            "from": chronology.consultation_from.isoformat(),
            "to": heard_to.isoformat(),
            "audience": f"会员、{organisation.trade.customer}代表、区市场监督管理局和行业管理部门"
            if organisation.has_members
            else f"理事、工作人员、{organisation.trade.customer}代表和业务主管单位",
            "received": received,
            "adopted": round(received * dice.uniform(0.4, 0.8)),
            "summary": "意见主要集中在公示方式、投诉答复期限和惩戒程序，已逐条研究并反馈采纳情况。",
        },
        "experts": {
            "date": chronology.experts_on.isoformat(),
            "members": _experts(dice),
            "conclusion": "内容合法、程序规范，符合行业实际，同意提交审议。",
        },
        "assembly": {
            "name": chronology.assembly_title(organisation),
            "date": chronology.assembly_on.isoformat(),
            "due": due,
            "present": present,
            "for": present - against - abstain,
            "against": against,
            "abstain": abstain,
        },
        "promulgated_on": chronology.promulgated_on.isoformat(),
        "sanctions": {
            grade: articles.sanctions.get(grade, general)
            for grade in _GRADES
            if organisation.has_members or grade != "expulsion"
        },
    }


def _due(organisation: Organisation, chronology: Chronology, dice: Random) -> int:
    if organisation.member_count is None:
        return dice.choice((5, 7, 9, 11))
    if chronology.delegates:
        return round(organisation.member_count * 0.4)
    return organisation.member_count


def _experts(dice: Random) -> list[dict[str, str]]:
    posts = dice.sample(
        (
            "高级工程师",
            "副教授",
            "执业律师",
            "高级经济师",
            "注册会计师",
            "行业主管部门退休干部",
            "标准化工程师",
        ),
        dice.choice((3, 3, 5)),
    )
    return [{"name": invent_person(dice), "title": post} for post in posts]
