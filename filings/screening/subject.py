"""What a clause is most likely about, when only its wording as a whole is suspicious."""

import re

from .words import (
    BODY,
    CLIENT,
    DEAL,
    NOVELTY,
    OUTPUT,
    OUTSIDER,
    PRICE,
    RIVAL,
    SENSITIVE,
    TELL,
    TERRITORY,
)

_SUBJECTS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    (
        "price_fixing",
        1.5,
        re.compile(
            rf"{PRICE}|\d元|[一二三四五六七八九十百千]元|[八九七]折|优惠|底薪|费用|价位|票价"
        ),
    ),
    (
        "output_restriction",
        1.5,
        re.compile(rf"{OUTPUT}|停产|停业|营业|数量|车数|投放|产能|产量|存栏|种植"),
    ),
    ("market_allocation", 1.0, re.compile(rf"{RIVAL}|{CLIENT}|{TERRITORY}|投标|标段|片区|业务")),
    ("boycott", 1.2, re.compile(rf"{OUTSIDER}|{DEAL}|抵制|黑名单|平台")),
    ("innovation_restriction", 1.6, re.compile(rf"{NOVELTY}|引进|推出")),
    (
        "information_exchange",
        0.8,
        re.compile(rf"{SENSITIVE}[^，。]*{TELL}|{TELL}[^，。]*{SENSITIVE}|互相告知"),
    ),
    ("entry_barrier", 1.6, re.compile(r"入会|退会|新开|开店|外地|准入|从业")),
    ("coercion", 1.8, re.compile(r"保证金|信誉金|准备金|罚|加收|违约|押金|强制|保险")),
    ("resale_price", 2.5, re.compile(r"经销|代理商|终端|网点|零售商|下游|转售")),
)
# Only what an association says of its trade can restrict competition in it.
_ASSOCIATION = re.compile(rf"{BODY}|会员|同行|同业|各[一-鿿]|全体|行业|联盟|成员")
# Affairs of the association itself, quarrels and plain unlawfulness restrict no competition.
_INTERNAL = re.compile(
    "选举|换届|章程|理事会由|监事|任期|表决|票据|年度报告|工作报告|纠纷|调解|表彰|公益|党|着装|工牌|"
    "工作牌|档案|保密|商业秘密|申诉|复核|会费|串通|操纵|哄抬|垄断|欺诈|虚假|无合格|许可证|低于其?成本|参考，不|"
    "仅供|不得就|不正当|诋毁|贿赂|贬低|负责解释|解释权|施行|废止|适用于|约束力|情形之一|失信行为|"
    "一视同仁|遵守本|遵守规约|监督电话|抽查|从业人员的?职业"
)


def likeliest(text: str) -> str | None:
    """The category whose words weigh most in the sentence; None if it is about no market."""
    if not _ASSOCIATION.search(text) or _INTERNAL.search(text):
        return None
    weights = {
        category: weight * len(set(pattern.findall(text)))
        for category, weight, pattern in _SUBJECTS
    }
    best = max(weights, key=lambda category: weights[category])
    return best if weights[best] else None
