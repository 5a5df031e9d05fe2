"""行业标准: one form for each standard, issued or in drafting (通知 一（三）, 三)."""

from typing import Any

from ..presentation import (
    STANDARD_KINDS,
    STANDARD_ROLES,
    STANDARD_STAGES,
    STANDARD_STATUSES,
    STANDARD_SUBJECTS,
)
from .inputs import day, line, one_of, optional, text
from .material import MaterialForm, Part


class StandardForm(MaterialForm):
    """The particulars of one standard. Its name is the title of the document."""

    number = line(
        "标准编号",
        help_text="例如：T/HLCY 001—2025、DB41/T 1234—2024。在研的还没有编号，可以空着。",
        longest=60,
    )
    standard_kind = one_of("标准类别", STANDARD_KINDS)
    role = one_of(
        "本会的角色",
        STANDARD_ROLES,
        help_text="国家标准、行业标准、地方标准由政府部门发布，本会是主编、参编还是采用？",
    )
    subject = one_of("产品标准还是服务标准", STANDARD_SUBJECTS)
    status = one_of("现在的状态", STANDARD_STATUSES, listed=True)
    stage = optional(
        one_of("在研阶段", STANDARD_STAGES, help_text="在研或修订中的请选择。", listed=True)
    )
    plan_number = optional(line("计划编号", longest=60))
    published_on = optional(day("发布日期"))
    effective_on = optional(day("实施日期"))
    planned_on = optional(day("预计发布日期", help_text="在研的请填写。"))
    drafters = text("起草单位", rows=2)
    essentials = text("主要内容", help_text="适用范围和主要技术要求、服务要求，三五句话即可。")

    parts = (
        Part(
            "standard",
            "标准",
            ("title", "number", "standard_kind", "role", "subject"),
            "",
            "一-3-1",
        ),
        Part(
            "status",
            "状态",
            (
                "status",
                "stage",
                "plan_number",
                "published_on",
                "effective_on",
                "planned_on",
            ),
            "已经制定的和在研的标准都要报送。",
            "三-1",
        ),
        Part("content", "起草和内容", ("drafters", "essentials")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = "标准名称"

    def saved_fields(self) -> dict[str, Any]:
        return {**super().saved_fields(), "name": self.saved_title}
