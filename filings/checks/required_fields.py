"""``required-fields``: the particulars of each material are told (通知 三)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .reading import text_at
from .rule import ALL, Found, Rule

REQUIRED: dict[str, tuple[tuple[str, str], ...]] = {
    Material.CONVENTION: (
        ("scope", "适用范围"),
        ("adopted_on", "通过日期"),
        ("effective_on", "施行日期"),
    ),
    Material.ETHICS_CODE: (
        ("staff_groups", "适用人员"),
        ("adopted_on", "通过日期"),
        ("effective_on", "施行日期"),
    ),
    Material.STANDARD: (
        ("standard_kind", "标准类别"),
        ("role", "本会的角色"),
        ("subject", "产品标准还是服务标准"),
        ("status", "现在的状态"),
        ("drafters", "起草单位"),
    ),
    Material.PLEDGE: (
        ("hotline", "监督电话"),
        ("signatory", "签署人"),
        ("signed_on", "签署日期"),
    ),
    Material.CASE: (
        ("case_kind", "案例类型"),
        ("happened_on", "发生日期"),
        ("facts", "事情经过"),
        ("handling", "怎样处理"),
        ("effect", "效果"),
    ),
}


def look(facts: Facts) -> Iterator[Found]:
    for path, name in REQUIRED[Material(facts.material)]:
        if not text_at(facts.fields, path):
            yield Found(path, f"还没有填写“{name}”。")


RULE = Rule(
    id="required-fields",
    title="必填内容齐全",
    materials=ALL,
    severity=Severity.MUST_FIX,
    source="三-1",
    remedy="请补充填写；已经填写的内容都已保存。",
    look=look,
)
