"""Revisions in good order, one of each material, and what a single rule says of them."""

import copy
import datetime as dt
from typing import Any

from filings.checks import BY_ID, AssociationFacts, AttachedFile, Facts, Finding
from filings.documents.blocks import Block
from filings.documents.text import parse
from filings.materials import Material

TODAY = dt.date(2026, 11, 24)
NAME = "濮阳市华龙区餐饮行业协会"
OURS = AssociationFacts(NAME, "trade_association", "餐饮", dt.date(2015, 6, 1))
FOUNDATION = AssociationFacts("濮阳市仁和公益基金会", "foundation", "公益", dt.date(2015, 6, 1))

CONVENTION = """
濮阳市华龙区餐饮行业自律规约
第一章 总则
第一条　为规范餐饮行业经营行为，制定本规约。
第二条　坚持公平公正、诚实信用和正当竞争的原则。
第三条　本规约适用于本会全体会员。
第二章 自律内容
第四条　会员自主定价，明码标价。
第五条　会员应当保证食品安全。
第六条　会员应当保护消费者的合法权益。
第三章 监督与惩戒
第七条　会员违反本规约的，视情节给予警告、行业内通报批评、公开谴责、取消会员资格、向有关部门通报。
第八条　作出惩戒决定前，应当听取会员的陈述和申辩。
第四章 附则
第九条　本规约由理事会负责解释。
第十条　本规约自颁布之日起施行。
"""
_FIELDS: dict[str, dict[str, Any]] = {
    Material.CONVENTION: {
        "scope": "本会全体会员",
        "adopted_on": "2026-03-20",
        "promulgated_on": "2026-04-01",
        "effective_on": "2026-05-01",
        "consultation": {
            "from": "2026-01-05",
            "to": "2026-02-05",
            "audience": "全体会员、区市场监管局",
            "received": 20,
            "adopted": 12,
            "summary": "已逐条研究。",
        },
        "experts": {
            "date": "2026-03-01",
            "conclusion": "同意提交审议。",
            "members": [{"name": name, "title": "教授"} for name in ("张某", "李某", "王某")],
        },
        "assembly": {
            "name": "第三届会员大会第二次会议",
            "date": "2026-03-20",
            "due": 90,
            "present": 72,
            "for": 70,
            "against": 1,
            "abstain": 1,
        },
        "sanctions": {"warning": "第七条", "expulsion": "第七条"},
    },
    Material.ETHICS_CODE: {
        "staff_groups": "厨师、服务员",
        "adopted_on": "2026-03-20",
        "effective_on": "2026-05-01",
        "discipline": "由自律委员会受理。",
        "publicity": [{"channel": "培训", "date": "2026-05-10", "reach": "320 人"}],
    },
    Material.STANDARD: {
        "standard_kind": "group",
        "role": "lead",
        "number": "T/PYHL 001—2025",
        "name": "餐饮服务规范",
        "subject": "service",
        "status": "in_force",
        "published_on": "2025-06-01",
        "effective_on": "2025-09-01",
        "drafters": "濮阳市华龙区餐饮行业协会",
        "essentials": "规定了餐饮服务的基本要求。",
    },
    Material.PLEDGE: {
        "service_content": "政策咨询、技能培训。",
        "service_manner": "上门、网上。",
        "service_audience": "全体会员。",
        "fees": [
            {
                "item": "会费（会员单位）",
                "amount": "600",
                "unit": "元/年",
                "basis": "会员大会无记名投票表决",
                "decided_by": "第三届会员大会第一次会议",
                "decided_on": "2024-03-02",
                "voluntary": False,
            },
            {
                "item": "厨师技能培训",
                "amount": "200",
                "unit": "元/人次",
                "basis": "理事会审定",
                "voluntary": True,
            },
        ],
        "commitments": {
            "no_forced_membership": True,
            "no_forced_service": True,
            "no_improper_appraisal": True,
            "no_improper_training": True,
            "no_improper_commendation": True,
            "within_charter": True,
        },
        "hotline": "0393-0000000",
        "signatory": "张某",
        "signed_on": "2026-03-20",
        "valid_until": "2029-03-20",
    },
    Material.CASE: {
        "case_kind": "sanction",
        "sanction": "warning",
        "article": "第七条",
        "member_name": "濮阳市好味道餐饮有限公司",
        "may_name_member": False,
        "happened_on": "2026-06-01",
        "facts": "某会员未明码标价。",
        "handling": "给予警告。",
        "effect": "已经整改。",
    },
}
_BODIES = {
    Material.CONVENTION: CONVENTION,
    Material.ETHICS_CODE: (
        "第一条　按照社会主义核心价值观要求，制定本准则。\n第二条　诚实守信，优质服务。"
    ),
}
_FILES = {
    Material.CONVENTION: ("consultation", "experts", "assembly"),
    Material.PLEDGE: ("sealed",),
}


def revision(
    material: str,
    body: str | list[Block] | None = None,
    *,
    title: str = "文本",
    association: AssociationFacts = OURS,
    attachments: tuple[AttachedFile, ...] | None = None,
    warnings: tuple[str, ...] = (),
    missing_glyphs: str = "",
    **changed: Any,
) -> Facts:
    """A revision in good order, with some fields ``changed``: ``assembly__present=30``; None takes
    a field out."""
    fields = copy.deepcopy(_FIELDS[Material(material)])
    for path, value in changed.items():
        *steps, last = path.split("__")
        inner = fields
        for step in steps:
            inner = inner.setdefault(step, {})
        if value is None:
            inner.pop(last, None)
        else:
            inner[last] = value
    if body is None:
        body = _BODIES.get(Material(material), "")
    if attachments is None:
        attachments = tuple(
            AttachedFile(role, "pdf", f"{role}.pdf", 1) for role in _FILES.get(material, ())
        )
    return Facts(
        material=material,
        title=title,
        fields=fields,
        blocks=parse(body).blocks if isinstance(body, str) else body,
        association=association,
        today=TODAY,
        attachments=attachments,
        warnings=warnings,
        missing_glyphs=frozenset(missing_glyphs),
    )


def convention(body: str | list[Block] | None = None, **changed: Any) -> Facts:
    return revision(Material.CONVENTION, body, **changed)


def ethics_code(body: str | list[Block] | None = None, **changed: Any) -> Facts:
    return revision(Material.ETHICS_CODE, body, **changed)


def standard(body: str | list[Block] | None = None, **changed: Any) -> Facts:
    return revision(Material.STANDARD, body, **changed)


def pledge(body: str | list[Block] | None = None, **changed: Any) -> Facts:
    return revision(Material.PLEDGE, body, **changed)


def case(body: str | list[Block] | None = None, **changed: Any) -> Facts:
    return revision(Material.CASE, body, **changed)


def says(rule: str, facts: Facts) -> list[Finding]:
    """What one rule says of a revision."""
    return list(BY_ID[rule].findings(facts))


def places(rule: str, facts: Facts) -> list[str]:
    """The places one rule points to."""
    return [finding.place for finding in says(rule, facts)]
