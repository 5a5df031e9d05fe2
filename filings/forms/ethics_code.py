"""行业职业道德准则: for whom, how it is made known, what follows a breach (通知 一（二）)."""

from .inputs import day, line, optional, text
from .material import MaterialForm, Part
from .rows import RowForm, RowKind


class PublicityRow(RowForm):
    """One way in which the code was made known."""

    channel = line("方式", placeholder="会员大会宣讲、公众号、培训")
    date = day("日期")
    reach = line("覆盖范围", placeholder="86 家会员、320 人")


class EthicsCodeForm(MaterialForm):
    """The particulars of a code of ethics."""

    staff_groups = text(
        "适用人员", help_text="例如：会员单位的经营管理人员、厨师、服务员。", rows=2
    )
    adopted_on = day("通过日期")
    effective_on = day("施行日期")
    discipline = text(
        "违反准则怎样处理",
        help_text="行业惩戒机制：由谁受理、怎样认定、怎样处理。还在探索的请如实说明。",
    )
    csr_note = optional(
        text("会员履行社会责任的情况", help_text="社会责任指标、评价和报告；报告可以作为附件上传。")
    )

    tables = (RowKind("publicity", "publicity", "宣传情况", PublicityRow, blank=1),)
    parts = (
        Part(
            "basics",
            "基本情况",
            ("title", "staff_groups", "adopted_on", "effective_on"),
            "",
            "一-2-1",
        ),
        Part(
            "publicity",
            "宣传",
            (),
            "要加大职业道德准则的宣传力度。做过几次就填几行。",
            "一-2-2",
            table="publicity",
        ),
        Part("discipline", "惩戒和社会责任", ("discipline", "csr_note"), "", "一-2-3"),
    )
