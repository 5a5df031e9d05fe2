"""行业自律规约: how it came about, and which of the five measures it provides (通知 一（一）)."""

from django import forms

from ..presentation import SANCTIONS
from .inputs import count, day, line, optional, text
from .material import MaterialForm, Part
from .rows import RowForm, RowKind


def _article(sanction: str) -> forms.CharField:
    return line(SANCTIONS[sanction], longest=60, placeholder="例如：第四十条")


class ExpertRow(RowForm):
    """One of the experts who looked at the draft."""

    name = line("姓名", longest=50)
    title = line("单位和职务、职称")


class ConventionForm(MaterialForm):
    """The convention's particulars and the procedure it went through."""

    previous_title = optional(line("原名称", help_text="改过名称的，请填写原来的名称。"))
    scope = text("适用范围", help_text="例如：本会全体会员单位及其从业人员。", rows=2)
    revision_note = optional(text("修订说明", help_text="修改过的，请说明改了什么、为什么改。"))

    consultation__from = day("征求意见从")
    consultation__to = day("征求意见到")
    consultation__audience = text(
        "向谁征求意见", help_text="行业企业和有关部门，例如：全体会员 86 家、区市场监管局。", rows=2
    )
    consultation__received = count("收到意见（条）")
    consultation__adopted = count("采纳意见（条）")
    consultation__summary = text("主要意见和采纳情况")

    experts__date = day("论证日期")
    experts__conclusion = text("论证结论")

    assembly__name = line("会议名称", help_text="例如：第三届第二次会员代表大会。")
    assembly__date = day("会议日期")
    assembly__due = count("应到（人）")
    assembly__present = count("实到（人）")
    assembly__for = count("赞成（票）")
    assembly__against = count("反对（票）")
    assembly__abstain = count("弃权（票）")

    adopted_on = day("通过日期")
    promulgated_on = day("颁布日期")
    effective_on = day("施行日期")

    sanctions__warning = _article("warning")
    sanctions__internal_criticism = _article("internal_criticism")
    sanctions__public_censure = _article("public_censure")
    sanctions__expulsion = _article("expulsion")
    sanctions__referral = _article("referral")

    tables = (RowKind("experts", "experts__members", "参加论证的专家", ExpertRow, blank=1),)
    parts = (
        Part(
            "basics",
            "基本情况",
            ("title", "previous_title", "scope", "revision_note"),
        ),
        Part(
            "consultation",
            "征求意见",
            (
                "consultation__from",
                "consultation__to",
                "consultation__audience",
                "consultation__received",
                "consultation__adopted",
                "consultation__summary",
            ),
            "自律规约要广泛征求行业企业和有关部门的意见建议。",
            "一-1-2",
        ),
        Part(
            "experts",
            "专家论证",
            ("experts__date", "experts__conclusion"),
            "自律规约要经过专家研究论证。",
            "一-1-2",
            table="experts",
        ),
        Part(
            "assembly",
            "会员（代表）大会审议",
            (
                "assembly__name",
                "assembly__date",
                "assembly__due",
                "assembly__present",
                "assembly__for",
                "assembly__against",
                "assembly__abstain",
            ),
            "自律规约要由会员（代表）大会审议通过。",
            "一-1-2",
        ),
        Part(
            "dates",
            "颁布施行",
            ("adopted_on", "promulgated_on", "effective_on"),
            "",
            "一-1-2",
        ),
        Part(
            "sanctions",
            "五种惩戒措施",
            tuple(f"sanctions__{key}" for key in SANCTIONS),
            "写明每种措施在第几条。没有规定的，可以空着。",
            "一-1-4",
        ),
    )
