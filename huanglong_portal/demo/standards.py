"""Standards (行业标准): what an association issued (现行), will issue, or has in drafting (在研).

A district association cannot issue 行业标准 in the law's sense; it issues 团体标准 and takes part
in others (标准化法 第十八条).
"""

import datetime as dt
from random import Random
from typing import Any

from filings.documents.blocks import Block
from filings.materials import Material

from .articles import merged_table
from .organisations import Organisation
from .paper import Paper
from .trades import Standard

_STAGES = (
    ("proposal", "立项"),
    ("drafting", "起草"),
    ("consultation", "征求意见"),
    ("review", "送审"),
    ("approval", "报批"),
)
_REFERENCES = (
    "GB/T 1.1—2020　标准化工作导则　第1部分：标准化文件的结构和起草规则",
    "GB/T 15624—2011　服务标准化工作指南",
    "GB/T 19012—2019　质量管理　顾客满意　组织投诉处理指南",
    "GB/T 36000—2015　社会责任指南",
    "GB 2894—2008　安全标志及其使用导则",
)
_DEMANDS = {
    "service": (
        "从业人员应当经培训合格后上岗，依法需要资格证书的应当持证。",
        "服务场所应当整洁、通风，安全标志应当符合 GB 2894 的规定。",
        "应当建立服务台账，记录保存期限不少于两年。",
        "应当公示服务项目、价格、服务流程和监督电话。",
        "应当购买与业务规模相适应的责任保险。",
    ),
    "product": (
        "原料、辅料应当符合国家有关标准和规定，并有合格证明。",
        "生产场所、设备和工具应当清洁，防止交叉污染和混料。",
        "每批产品应当检验合格后出厂，检验记录保存期限不少于两年。",
        "产品标识应当真实、清晰，便于追溯。",
        "包装应当牢固、防潮，符合运输和贮存要求。",
    ),
}


def write_standard(
    organisation: Organisation,
    standard: Standard,
    filed_on: dt.date,
    dice: Random,
    *,
    place: int,
    status: str,
) -> Paper:
    """One standard with its text (issued) or its draft (in drafting)."""
    drafting = status == "drafting"
    published = filed_on - dt.timedelta(days=dice.randint(120, 900))
    effective = published + dt.timedelta(days=dice.choice((30, 60, 90)))
    if status == "upcoming":
        published = filed_on - dt.timedelta(days=dice.randint(8, 25))
        effective = published + dt.timedelta(days=dice.choice((90, 120)))
    number = f"T/PYHL{organisation.trade.letters} {place:03d}—{published.year}"
    stage, stage_name = dice.choice(_STAGES[1:4])
    drafters = [organisation.name, *(f"某{organisation.trade.name}有限公司",)]
    fields: dict[str, Any] = {
        "standard_kind": "group",
        "role": "lead",
        "name": standard.title,
        "subject": standard.subject,
        "status": status,
        "drafters": "、".join(drafters),
        "essentials": f"规定了{standard.scope}。",
    }
    if drafting:
        fields |= {
            "stage": stage,
            "plan_number": f"T/PYHL{organisation.trade.letters}-JH{filed_on.year}{place:02d}",
            "planned_on": (filed_on + dt.timedelta(days=dice.randint(90, 300))).isoformat(),
        }
        head = [Block("title", "", f"{standard.title}（{stage_name}稿）")]
    else:
        fields |= {
            "number": number,
            "published_on": published.isoformat(),
            "effective_on": effective.isoformat(),
        }
        head = [Block("title", "", standard.title), Block("paragraph", "", number)]
    return Paper(
        material=Material.STANDARD,
        title=standard.title if drafting else f"{number} {standard.title}",
        blocks=[*head, *_text(standard, dice)],
        fields=fields,
    )


def write_participation(organisation: Organisation, filed_on: dt.date, dice: Random) -> Paper:
    """A local standard the association took part in: essentials only, its text is not ours."""
    published = filed_on - dt.timedelta(days=dice.randint(200, 1200))
    name = f"{organisation.trade.name}服务质量评价规范"
    number = f"DB4109/T {dice.randint(100, 480)}—{published.year}"
    return Paper(
        material=Material.STANDARD,
        title=f"{number} {name}",
        blocks=(),
        fields={
            "standard_kind": "local",
            "role": "participant",
            "number": number,
            "name": name,
            "subject": "service",
            "status": "in_force",
            "published_on": published.isoformat(),
            "effective_on": (published + dt.timedelta(days=60)).isoformat(),
            "drafters": f"濮阳市标准化研究机构（演示）、{organisation.name}",
            "essentials": f"规定了{organisation.trade.sector}服务质量评价的原则、指标和程序。",
        },
    )


def _text(standard: Standard, dice: Random) -> list[Block]:
    references = dice.sample(_REFERENCES[1:], 2)
    demands = dice.sample(_DEMANDS[standard.subject], 3)
    subject = "服务" if standard.subject == "service" else "产品"
    chapters: list[tuple[str, list[str]]] = [
        (
            "范围",
            [f"本文件规定了{standard.scope}。", f"本文件适用于濮阳市华龙区区域内相关{subject}。"],
        ),
        (
            "规范性引用文件",
            ["下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。"]
            + [_REFERENCES[0], *references],
        ),
        ("术语和定义", ["GB/T 1.1 和 GB/T 15624 界定的术语和定义适用于本文件。"]),
    ]
    numbered = [("基本要求", demands), (f"{subject}要求", list(standard.points))]
    blocks: list[Block] = []
    for place, (name, lines) in enumerate(chapters, 1):
        blocks.append(Block("heading", str(place), name))
        blocks.extend(Block("paragraph", "", line) for line in lines)
    for place, (name, lines) in enumerate(numbered, len(chapters) + 1):
        blocks.append(Block("heading", str(place), name))
        blocks.extend(Block("item", f"{place}.{item}", line) for item, line in enumerate(lines, 1))
    blocks.append(Block("heading", str(len(chapters) + 3), "评价与改进"))
    blocks.append(Block("paragraph", "", "每年至少评价一次，按表1打分，低于70分的制定措施改进。"))
    blocks.append(_score_table(standard, dice))
    return blocks


def _score_table(standard: Standard, dice: Random) -> Block:
    weights = [dice.choice((5, 8, 10)) for _ in standard.points]
    rows = [("评价内容", "评价指标", "分值")]
    rows += [
        ("过程质量", point.split("，")[0].rstrip("。"), str(weight))
        for point, weight in zip(standard.points, weights, strict=True)
    ]
    rows += [
        ("服务对象评价", "满意度", "20"),
        ("服务对象评价", "投诉办结率", str(80 - sum(weights))),
    ]
    return merged_table(rows, "表1　评价表")
