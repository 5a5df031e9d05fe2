"""Forms of the officers and of the organisations. They validate shape; services validate rules."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from huanglong_portal.common.forms import CountField, DayField

from .catalogue import KINDS, Category, Publicity
from .listings.grounds import ListKind, grounds_of
from .listings.measures import measures_of
from .models import CreditEntry, Listing, Paper

_LONGEST_TEXT = 5000
_ACCEPTED = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"


def _text(label: str, help_text: str = "", **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=_LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        **kwargs,
    )


class PaperForm(forms.Form):
    """A form that may carry one file. A file already taken in is named by ``kept``, so that it
    need not be sent again when something else has to be corrected."""

    kept = forms.UUIDField(required=False, widget=forms.HiddenInput)
    document = forms.FileField(
        label="依据文件",
        required=False,
        help_text="PDF、照片、Word 或 Excel 文件。",
        widget=forms.ClearableFileInput(attrs={"accept": _ACCEPTED}),
    )
    # The file as it was kept, for the page to name it; set by the view.
    paper: Paper | None = None

    def keep(self, paper: Paper) -> None:
        """Remember a file that was taken in, also across another round of corrections."""
        self.paper = paper
        data = cast(QueryDict, self.data).copy()
        data[self.add_prefix("kept")] = str(paper.public_id)
        self.data = data


def kind_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The kinds of fact an officer may enter, by category."""
    return [
        (
            category.label,
            [
                (kind.code, f"{kind.title}（{kind.tone.label}）")
                for kind in KINDS.values()
                if kind.by_hand and kind.category == category
            ],
        )
        for category in Category
    ]


class EntryForm(PaperForm):
    """One entry of the credit file, by an officer."""

    code = forms.ChoiceField(label="事项", choices=lambda: [("", "请选择"), *kind_choices()])
    occurred_on = DayField(label="发生日期")
    obtained_on = DayField(
        label="获知日期", required=False, help_text="从其他部门获知的，填写获知的日期；默认今天。"
    )
    quantity = CountField(
        label="数量", required=False, help_text="只有评估等级需要填写：5A 填 5，4A 填 4，以此类推。"
    )
    valid_until = DayField(label="有效期至", required=False, help_text="证书、资格等载明的有效期。")
    source = forms.CharField(
        label="信息来源", max_length=100, help_text="提供信息的部门，例如“区市场监督管理局”。"
    )
    description = _text("说明", "文号、金额等。当事人会看到。", required=False)
    publicity = forms.ChoiceField(
        label="公开范围",
        required=False,
        choices=[("", "按事项的规定"), *Publicity.choices],
    )
    field_order = [
        "code",
        "occurred_on",
        "obtained_on",
        "quantity",
        "valid_until",
        "source",
        "description",
        "publicity",
        "document",
        "kept",
    ]


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    reason = _text("原因", "当事人会看到。")


def ground_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The grounds of both lists, in the order of the regulation."""
    return [
        (
            f"{kind.label}（{grounds_of(kind)[0].article}）",
            [(ground.id, ground.title) for ground in grounds_of(kind)],
        )
        for kind in ListKind
    ]


class ProposalForm(PaperForm):
    """A proposal to put an organisation on a list."""

    ground_id = forms.ChoiceField(
        label="列入情形", choices=lambda: [("", "请选择"), *ground_choices()]
    )
    facts = _text("事实", "时间、经过、结果。告知书会照此告知当事人。")
    evidence = _text("证据", "每行一项。")
    entries = forms.ModelMultipleChoiceField(
        label="作为证据的信用信息",
        queryset=CreditEntry.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    first_letter_on = DayField(
        label="第一封专用信函寄出日期",
        required=False,
        help_text="只有以“无法取得联系”列入时填写。",
    )
    second_letter_on = DayField(label="第二封专用信函寄出日期", required=False)
    field_order = [
        "ground_id",
        "facts",
        "evidence",
        "entries",
        "first_letter_on",
        "second_letter_on",
        "document",
        "kept",
    ]

    def __init__(self, *args: Any, entries: QuerySet[CreditEntry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if entries.exists():
            cast(forms.ModelMultipleChoiceField, self.fields["entries"]).queryset = entries
        else:
            del self.fields["entries"]


class EvidenceForm(PaperForm):
    """More evidence for a proposal."""

    evidence = _text("补充的证据", "每行一项。已告知的，须重新告知，陈述申辩期限重新计算。")


class ServiceForm(PaperForm):
    """The service of the 告知书."""

    notice_number = forms.CharField(
        label="告知书文号", max_length=40, help_text="例如“华民告〔2026〕3号”。"
    )
    served_on = DayField(label="送达日期", help_text="陈述申辩期限自次日起计算。")
    manner = forms.ChoiceField(
        label="送达方式", choices=Listing.Manner.choices, widget=forms.RadioSelect
    )
    note = _text("送达情况", "签收人、邮件号、公告网址等。", required=False)
    field_order = ["notice_number", "served_on", "manner", "note", "document", "kept"]


class DecisionForm(PaperForm):
    """The decision on a proposal."""

    outcome = forms.ChoiceField(
        label="决定",
        choices=[("list", "列入名单"), ("dismiss", "不予列入")],
        widget=forms.RadioSelect,
    )
    decision_number = forms.CharField(
        label="决定书文号", max_length=40, help_text="例如“华民决〔2026〕5号”。"
    )
    reason = _text("理由", "写明对陈述申辩的复核意见。会写入决定书。")
    measures = forms.MultipleChoiceField(
        label="列入后采取的措施", required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["outcome", "decision_number", "reason", "measures", "document", "kept"]

    def __init__(self, *args: Any, list_kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["measures"]).choices = [
            (kind.code, f"{kind.title}（{kind.basis}；{kind.department}）")
            for kind in measures_of(list_kind)
        ]


class ExitForm(PaperForm):
    """Removal, repair or annulment of a listing."""

    note = _text("理由", "核实的情况。当事人会看到。")


class CorrectedExitForm(ExitForm):
    """Removal or repair, with the officer's finding."""

    corrected = forms.BooleanField(label="已核实当事人履行义务或者完成整改", required=False)


class ConfirmForm(PaperForm):
    """Nothing to fill in; a file may be added to the docket."""


class StatementForm(PaperForm):
    """陈述申辩 by the organisation."""

    text = _text("陈述、申辩的内容", "写明您认为事实、理由、依据或措施有什么不妥。")
    field_order = ["text", "document", "kept"]


class RemovalRequestForm(PaperForm):
    """The organisation's application for removal or repair."""

    text = _text("申请理由", "写明已经怎样履行义务或者完成整改。")
    commitment = forms.BooleanField(
        label="我们作出信用承诺：已纠正失信行为，所提交的材料真实，今后依法依章程开展活动，并同意公开本承诺",
        required=False,
        help_text="申请信用修复的，须作出信用承诺。",
    )
    field_order = ["text", "commitment", "document", "kept"]


class PeriodForm(forms.Form):
    """The figure of a legal period."""

    amount = forms.IntegerField(label="期限", min_value=1, max_value=3650)
    note = forms.CharField(label="修改依据", max_length=200, help_text="例如文件名称和文号。")
