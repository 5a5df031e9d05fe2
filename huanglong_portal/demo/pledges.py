"""Pledges (诚信承诺书): the four subjects, the six “不”, the fee table, the signature."""

import datetime as dt
from random import Random
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material
from huanglong_portal.common.dates import write_date

from .articles import merged_table
from .chronology import Chronology
from .organisations import PHONE, Organisation
from .paper import Paper
from .phrasing import Phrasing, lines_of
from .vocabulary import vocabulary

_SIX = (
    "no_forced_membership",
    "no_forced_service",
    "no_improper_appraisal",
    "no_improper_training",
    "no_improper_commendation",
    "within_charter",
)
_PARTS = ("开头", "服务内容", "服务方式", "服务对象")
_TIERS = (
    (("会长单位", 5000), ("副会长单位", 3000), ("理事单位", 1500), ("会员单位", 500)),
    (("会长单位", 3000), ("理事单位", 1000), ("会员单位", 300)),
    (("单位会员", 600), ("个人会员", 100)),
)


def write_pledge(organisation: Organisation, chronology: Chronology, dice: Random) -> Paper:
    """The pledge of an organisation: the structured fields and the text that is signed."""
    phrasing = Phrasing(
        f"{organisation.credit_code}/pledge/{dice.random()}",
        vocabulary(organisation, chronology, dice),
    )
    bank = {
        name: [phrasing.fill(line) for line in lines] for name, lines in lines_of("pledge").items()
    }
    signed = chronology.promulgated_on
    fees = _fees(organisation, chronology, dice)
    extra = dice.sample(bank["不做"][4:], 1) if dice.random() < 0.6 else []
    chosen = {
        name: dice.choice(bank[name]) for name in ("开头", "服务内容", "服务方式", "服务对象")
    }
    oversight = dice.choice(bank["接受监督"])
    title = f"{organisation.name}诚信承诺书"
    blocks = [
        Block("title", "", title),
        Block("paragraph", "", chosen["开头"]),
        Block("heading", "一、", "服务内容"),
        Block("paragraph", "", chosen["服务内容"]),
        Block("heading", "二、", "服务方式"),
        Block("paragraph", "", chosen["服务方式"]),
        Block("heading", "三、", "服务对象"),
        Block("paragraph", "", chosen["服务对象"]),
        Block("heading", "四、", "收费标准"),
        Block("paragraph", "", _about_fees(organisation, chronology)),
        _fee_table(fees),
        Block("heading", "五、", "郑重承诺"),
        *(
            Block("item", number, text)
            for number, text in zip(
                ("（一）", "（二）", "（三）", "（四）", "（五）"),
                [*bank["不做"][:4], *extra],
                strict=False,
            )
        ),
        Block("heading", "六、", "接受监督"),
        Block("paragraph", "", f"{oversight}监督电话：{PHONE}。"),
        Block("paragraph", "", f"承诺单位：{organisation.name}（盖章）"),
        Block("paragraph", "", f"法定代表人：{organisation.legal_representative}（签字）"),
        Block("paragraph", "", write_date(signed)),
    ]
    return Paper(
        material=Material.PLEDGE,
        title=title,
        blocks=blocks,
        fields={
            "service_content": chosen["服务内容"],
            "service_manner": chosen["服务方式"],
            "service_audience": chosen["服务对象"],
            "fees": fees,
            "commitments": dict.fromkeys(_SIX, True),
            "extra": extra,
            "hotline": PHONE,
            "email": f"xn{organisation.index + 1:04d}@demo.example",
            "signatory": organisation.legal_representative,
            "signed_on": signed.isoformat(),
            "valid_until": (signed.replace(day=1) + dt.timedelta(days=3 * 365)).isoformat(),
        },
    )


def _fees(organisation: Organisation, chronology: Chronology, dice: Random) -> list[dict[str, Any]]:
    fees: list[dict[str, Any]] = []
    if organisation.has_members:
        voted = chronology.assembly_on - dt.timedelta(days=dice.choice((365, 731)))
        for tier, amount in dice.choice(_TIERS):
            fees.append(
                {
                    "item": f"会费（{tier}）",
                    "basis": f"{chronology.assembly_name(organisation)}无记名投票表决通过",
                    "amount": str(amount),
                    "unit": "元/年",
                    "decided_by": chronology.assembly_title(organisation),
                    "decided_on": voted.isoformat(),
                    "voluntary": False,
                }
            )
    reviewed = chronology.experts_on.isoformat()
    fees += [
        {
            "item": fee.item,
            "basis": fee.basis,
            "amount": fee.amount,
            "unit": fee.unit,
            "decided_by": "理事会",
            "decided_on": reviewed,
            "voluntary": True,
        }
        for fee in organisation.trade.fees
    ]
    if not fees:
        fees.append(
            {
                "item": "全部服务项目",
                "basis": "公益服务，不收取费用",
                "amount": "0",
                "unit": "元",
                "decided_by": "理事会",
                "decided_on": reviewed,
                "voluntary": True,
            }
        )
    return fees


def _about_fees(organisation: Organisation, chronology: Chronology) -> str:
    if not organisation.has_members:
        return "收费项目和标准经理事会审定并公示，除下表所列外，不收取其他费用。"
    return (
        f"会费标准经{chronology.assembly_name(organisation)}以无记名投票方式表决通过，"
        "除下表所列外，不收取其他费用；服务性收费由服务对象自愿选择。"
    )


def _fee_table(fees: list[dict[str, Any]]) -> Block:
    rows = [("类别", "收费项目", "标准", "依据", "是否自愿")]
    for fee in fees:
        dues = fee["item"].startswith("会费")
        amount = fee["amount"]
        price = (
            "免费" if amount == "0" else f"{amount}{fee['unit']}" if amount.isdigit() else amount
        )
        rows.append(
            (
                "会费" if dues else "服务收费",
                fee["item"].removeprefix("会费（").rstrip("）") if dues else fee["item"],
                price,
                fee["basis"],
                "入会自愿" if dues else "自愿",
            )
        )
    return merged_table(rows, "表1　收费项目一览表")
