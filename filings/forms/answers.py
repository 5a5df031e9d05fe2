"""Short forms that answer something: a line of the task list, a remark, a finding."""

from collections.abc import Iterable
from typing import Any

from django import forms

from huanglong_portal.common.forms import DayField

from ..models import Declaration, Remark, Revision


class DeclarationForm(forms.Form):
    """尚无 or 正在制定, with what will be done and by when."""

    kind = forms.ChoiceField(
        label="现在的情况",
        choices=[
            (Declaration.Kind.IN_PREPARATION, "正在制定：已经着手，还没有完成"),
            (Declaration.Kind.NONE_YET, "尚无：还没有着手，或本行业暂时不需要"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择现在的情况。"},
    )
    plan = forms.CharField(
        label="工作安排",
        max_length=2000,
        help_text="由谁负责、分几步、何时完成；暂时不需要的，请说明原因。",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "请写明工作安排。"},
    )
    planned_on = DayField(label="预计完成日期", required=False, help_text="正在制定的必须填写。")


class NewDocumentForm(forms.Form):
    """The name of one more standard or case."""

    title = forms.CharField(max_length=200)

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = label
        self.fields["title"].error_messages["required"] = f"请填写{label}。"


class ChangeKindForm(forms.Form):
    """What sort of change a new version of an approved document is."""

    change_kind = forms.ChoiceField(
        label="这次改动属于",
        choices=[
            (Revision.ChangeKind.SUBSTANTIVE, "实质修改：内容有变化，需要重新审核"),
            (Revision.ChangeKind.EDITORIAL, "文字勘误：只改错别字、标点、编号，意思不变"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择这次改动属于哪一种。"},
    )


class RemarksForm(forms.Form):
    """The filer's answers to the officers' remarks, all in one form so that none is lost."""

    def __init__(self, *args: Any, remarks: Iterable[Remark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remarks = list(remarks)
        for remark in self.remarks:
            self.fields[f"answer_{remark.number}"] = forms.ChoiceField(
                label=f"对意见 {remark.number} 的答复",
                choices=[
                    (Remark.Answer.CHANGED, "已修改"),
                    (Remark.Answer.EXPLAINED, "不改，说明原因"),
                ],
                required=False,
                initial=remark.answer,
                widget=forms.RadioSelect,
            )
            self.fields[f"answer_{remark.number}"].wanted = True  # type: ignore[attr-defined]
            self.fields[f"text_{remark.number}"] = forms.CharField(
                label="说明",
                max_length=2000,
                required=False,
                initial=remark.answer_text,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def lines(self) -> list[tuple[Remark, forms.BoundField, forms.BoundField]]:
        """Each remark with its two fields."""
        return [
            (remark, self[f"answer_{remark.number}"], self[f"text_{remark.number}"])
            for remark in self.remarks
        ]

    def given(self, remark: Remark) -> tuple[str, str]:
        """What was answered to one remark: answer and text; ("", text) while none is chosen."""
        return (
            self.cleaned_data[f"answer_{remark.number}"],
            self.cleaned_data[f"text_{remark.number}"].strip(),
        )

    def clean(self) -> dict[str, Any]:
        """An explanation needs words, and words need to be said to be one."""
        for remark in self.remarks:
            answer = self.cleaned_data.get(f"answer_{remark.number}")
            text = (self.cleaned_data.get(f"text_{remark.number}") or "").strip()
            if answer == Remark.Answer.EXPLAINED and not text:
                self.add_error(f"text_{remark.number}", "请写明不改的原因。")
            if text and not answer:
                self.add_error(f"answer_{remark.number}", "请选择“已修改”或“不改，说明原因”。")
        return self.cleaned_data


class WaiverForm(forms.Form):
    """Why a hard rule should be set aside for one document."""

    reason = forms.CharField(
        label="为什么做不到",
        max_length=2000,
        help_text="写清楚情况、依据，以及您打算什么时候补上。",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "请写明为什么做不到，以及您打算怎样补上。"},
    )


class WaiverDecisionForm(forms.Form):
    """Until when a waiver holds, and a word on it."""

    valid_until = DayField(
        label="准许到哪一天", required=False, help_text="准许的必须填写，最长一年。"
    )
    note = forms.CharField(
        label="意见",
        max_length=2000,
        required=False,
        help_text="不准许的必须填写，报送人会看到。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
