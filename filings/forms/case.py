"""典型案例: a reward, a measure taken, a mediation and the like (通知 三, 一（一）4)."""

from ..presentation import CASE_KINDS, SANCTIONS
from .inputs import day, line, one_of, optional, text, tick
from .material import MaterialForm, Part


class CaseForm(MaterialForm):
    """One case."""

    case_kind = one_of("案例类型", CASE_KINDS)
    happened_on = day("发生日期")
    member_name = optional(line("会员名称", help_text="涉及哪家会员或哪位从业人员。"))
    may_name_member = tick("公开时可以写出会员名称（不勾选则隐去名称）")
    sanction = optional(one_of("采取的惩戒措施", SANCTIONS, listed=True))
    article = optional(line("依据自律规约第几条", longest=60, placeholder="例如：第四十条"))
    facts = text("事情经过", rows=6)
    handling = text("怎样处理", rows=6)
    effect = text("效果", rows=4)

    parts = (
        Part(
            "case",
            "案例",
            ("title", "case_kind", "happened_on", "member_name", "may_name_member"),
            "",
            "三-1",
        ),
        Part(
            "sanction",
            "惩戒措施",
            ("sanction", "article"),
            "惩戒类的案例请填写，其他类型可以跳过。",
            "一-1-4",
        ),
        Part("story", "经过和效果", ("facts", "handling", "effect")),
    )
