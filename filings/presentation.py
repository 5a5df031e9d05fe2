"""How the structured fields of each material are shown to people: sections of terms and values."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huanglong_portal.common.dates import write_date

from .materials import Material
from .pledge_promises import COMMITMENTS

SANCTIONS = {
    "warning": "警告",
    "internal_criticism": "行业内通报批评",
    "public_censure": "公开谴责",
    "expulsion": "取消会员资格",
    "referral": "向有关部门通报",
}
STANDARD_KINDS = {
    "national": "国家标准",
    "industry": "行业标准",
    "local": "地方标准",
    "group": "团体标准",
    "enterprise": "企业标准",
}
STANDARD_ROLES = {"lead": "主编", "participant": "参编", "adopter": "采用"}
STANDARD_SUBJECTS = {"product": "产品", "service": "服务"}
STANDARD_STATUSES = {
    "in_force": "现行",
    "upcoming": "即将实施",
    "drafting": "在研",
    "revising": "修订中",
    "replaced": "被代替",
    "abolished": "废止",
}
STANDARD_STAGES = {
    "proposal": "立项",
    "drafting": "起草",
    "consultation": "征求意见",
    "review": "送审",
    "approval": "报批",
}
CASE_KINDS = {
    "reward": "奖励表彰",
    "sanction": "惩戒",
    "mediation": "行业调解",
    "responsibility": "社会责任",
    "brand": "诚信服务品牌",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of (term, value) pairs, or a table when it has columns."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """The rows with each cell beside the name of its column, for narrow screens."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


def sections(material: str, fields: Mapping[str, Any]) -> list[Section]:
    """The fields of one revision as sections, empty ones left out."""
    shown = {
        Material.CONVENTION: _convention,
        Material.ETHICS_CODE: _ethics_code,
        Material.STANDARD: _standard,
        Material.PLEDGE: _pledge,
        Material.CASE: _case,
    }[Material(material)](fields)
    return [section for section in shown if section.facts or section.rows]


def date(value: Any) -> str:
    """An ISO date as 2021年4月3日; anything else as it is."""
    try:
        return write_date(dt.date.fromisoformat(str(value)))
    except ValueError:
        return str(value or "")


def _facts(*pairs: tuple[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((term, str(value)) for term, value in pairs if value not in (None, "", [], {}))


def _table(
    title: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]], keys: Sequence[str]
) -> Section:
    return Section(
        title,
        columns=tuple(columns),
        rows=tuple(
            tuple(date(row.get(key)) if key == "date" else str(row.get(key) or "") for key in keys)
            for row in rows
        ),
    )


def _convention(fields: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(
        "基本情况",
        _facts(
            ("适用范围", fields.get("scope")),
            ("通过日期", date(fields.get("adopted_on"))),
            ("颁布日期", date(fields.get("promulgated_on"))),
            ("施行日期", date(fields.get("effective_on"))),
            ("修订说明", fields.get("revision_note")),
        ),
    )
    consultation = fields.get("consultation") or {}
    yield Section(
        "征求意见",
        _facts(
            ("起止日期", _period(consultation)),
            ("征求对象", consultation.get("audience")),
            ("收到意见", _count(consultation.get("received"), "条")),
            ("采纳意见", _count(consultation.get("adopted"), "条")),
            ("采纳情况", consultation.get("summary")),
        ),
    )
    experts = fields.get("experts") or {}
    yield Section(
        "专家论证",
        _facts(
            ("论证日期", date(experts.get("date"))),
            (
                "专家",
                "、".join(
                    f"{member.get('name', '')}（{member.get('title', '')}）"
                    for member in experts.get("members") or []
                ),
            ),
            ("论证结论", experts.get("conclusion")),
        ),
    )
    assembly = fields.get("assembly") or {}
    yield Section(
        "会员（代表）大会审议",
        _facts(
            ("会议", assembly.get("name")),
            ("日期", date(assembly.get("date"))),
            ("应到", _count(assembly.get("due"), "人")),
            ("实到", _count(assembly.get("present"), "人")),
            ("赞成", _count(assembly.get("for"), "票")),
            ("反对", _count(assembly.get("against"), "票")),
            ("弃权", _count(assembly.get("abstain"), "票")),
        ),
    )
    sanctions = fields.get("sanctions") or {}
    yield Section(
        "五种惩戒措施",
        _facts(*((label, sanctions.get(key)) for key, label in SANCTIONS.items())),
    )


def _ethics_code(fields: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(
        "基本情况",
        _facts(
            ("适用人员", fields.get("staff_groups")),
            ("通过日期", date(fields.get("adopted_on"))),
            ("施行日期", date(fields.get("effective_on"))),
            ("惩戒机制", fields.get("discipline")),
            ("社会责任", fields.get("csr_note")),
        ),
    )
    yield _table(
        "宣传情况",
        ("方式", "日期", "覆盖范围"),
        fields.get("publicity") or [],
        ("channel", "date", "reach"),
    )


def _standard(fields: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(
        "标准信息",
        _facts(
            ("标准名称", fields.get("name")),
            ("标准编号", fields.get("number")),
            ("类别", STANDARD_KINDS.get(fields.get("standard_kind", ""))),
            ("本会角色", STANDARD_ROLES.get(fields.get("role", ""))),
            ("对象", STANDARD_SUBJECTS.get(fields.get("subject", ""))),
            ("状态", STANDARD_STATUSES.get(fields.get("status", ""))),
            ("阶段", STANDARD_STAGES.get(fields.get("stage", ""))),
            ("计划号", fields.get("plan_number")),
            ("发布日期", date(fields.get("published_on"))),
            ("实施日期", date(fields.get("effective_on"))),
            ("预计发布", date(fields.get("planned_on"))),
            ("起草单位", fields.get("drafters")),
            ("主要内容", fields.get("essentials")),
        ),
    )


def _pledge(fields: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(
        "公开承诺",
        _facts(
            ("服务内容", fields.get("service_content")),
            ("服务方式", fields.get("service_manner")),
            ("服务对象", fields.get("service_audience")),
        ),
    )
    fees = fields.get("fees") or []
    yield Section(
        "收费标准",
        columns=("项目", "标准", "依据", "由谁决定", "通过日期", "是否自愿"),
        rows=tuple(
            (
                str(fee.get("item") or ""),
                f"{fee.get('amount') or ''}{fee.get('unit') or ''}",
                str(fee.get("basis") or ""),
                str(fee.get("decided_by") or ""),
                date(fee.get("decided_on")),
                "自愿" if fee.get("voluntary") else "会员义务",
            )
            for fee in fees
        ),
    )
    commitments = fields.get("commitments") or {}
    yield Section(
        "承诺事项",
        _facts(
            *(
                (heading, "承诺" if commitments.get(key) else "未承诺")
                for key, heading, _ in COMMITMENTS
            ),
            *(
                (f"补充承诺{place}", text)
                for place, text in enumerate(fields.get("extra") or [], 1)
            ),
        ),
    )
    yield Section(
        "签署",
        _facts(
            ("监督电话", fields.get("hotline")),
            ("邮箱", fields.get("email")),
            ("签署人", fields.get("signatory")),
            ("签署日期", date(fields.get("signed_on"))),
            ("有效期至", date(fields.get("valid_until"))),
        ),
    )


def _case(fields: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(
        "案例信息",
        _facts(
            ("类型", CASE_KINDS.get(fields.get("case_kind", ""))),
            ("惩戒措施", SANCTIONS.get(fields.get("sanction", ""))),
            ("依据条款", fields.get("article")),
            ("会员名称", fields.get("member_name")),
            ("可否公开会员名称", "可以" if fields.get("may_name_member") else "不公开"),
            ("发生日期", date(fields.get("happened_on"))),
            ("基本事实", fields.get("facts")),
            ("处理经过", fields.get("handling")),
            ("效果", fields.get("effect")),
        ),
    )


def _period(value: Mapping[str, Any]) -> str:
    start, end = date(value.get("from")), date(value.get("to"))
    return f"{start}至{end}" if start and end else start or end


def _count(value: Any, unit: str) -> str:
    return "" if value in (None, "") else f"{value} {unit}"
