"""The five materials of the notice (通知 三) and what is peculiar to each."""

from dataclasses import dataclass

from django.db import models

from associations.kinds import Category


class Material(models.TextChoices):
    """One of the five things that are reported."""

    CONVENTION = "convention", "行业自律规约"
    ETHICS_CODE = "ethics_code", "行业职业道德准则"
    STANDARD = "standard", "行业标准"
    PLEDGE = "pledge", "诚信承诺书"
    CASE = "case", "典型案例"


@dataclass(frozen=True, slots=True)
class Traits:
    """What the portal must know of a material to treat it rightly."""

    several: bool  # several documents in one slot (standards, cases)
    body_required: bool  # the text itself must be there, not only the structured fields
    source: str  # anchor of the sentence of the notice that asks for it
    asks: str  # one sentence that tells the filer what is wanted


TRAITS: dict[str, Traits] = {
    Material.CONVENTION: Traits(
        False, True, "一-1-1", "本行业的自律规约全文，以及征求意见、专家论证、会员大会审议的情况。"
    ),
    Material.ETHICS_CODE: Traits(
        False, True, "一-2-1", "从业人员的职业道德准则全文，以及宣传和惩戒的情况。"
    ),
    Material.STANDARD: Traits(True, False, "一-3-1", "已经制定的和在研的标准，每项标准填报一份。"),
    Material.PLEDGE: Traits(
        False, False, "一-4-1", "服务内容、服务方式、服务对象和收费标准的公开承诺。"
    ),
    Material.CASE: Traits(
        True, False, "三-1", "对会员的奖励表彰、惩戒等典型案例，每个案例填报一份。"
    ),
}

FIVE = tuple(Material)
FOUR = tuple(material for material in Material if material != Material.STANDARD)


def required_of(category: str) -> tuple[Material, ...]:
    """Five materials for 行业协会商会, four (no standards) for all others (通知 三)."""
    return FIVE if category == Category.TRADE_ASSOCIATION else FOUR
