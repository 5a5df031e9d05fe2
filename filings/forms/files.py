"""Forms that take files: the text of a document, and attachments."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ..models import Attachment

_SHOWN_KINDS = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png"

# What an attached file is for. The file the text was read from has its own page.
ROLES = [choice for choice in Attachment.Role.choices if choice[0] != Attachment.Role.BODY]


class BodyForm(forms.Form):
    """A Word file or PDF to read the text from, or the text itself."""

    file = forms.FileField(
        label="上传 Word 文档或 PDF",
        help_text="Word（.docx）最好，条款能逐条读出来。PDF 要能选中文字，扫描件读不出来。",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}),
    )
    text = forms.CharField(
        label="或者把文字粘贴在这里",
        help_text="从 Word 里全选、复制，粘贴到这里。章、条会自动认出来。",
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.wanted = True  # type: ignore[attr-defined] # one of the two

    def clean(self) -> dict[str, Any]:
        """One of the two must be there."""
        typed = self.cleaned_data
        if not typed.get("file") and not (typed.get("text") or "").strip():
            self.add_error("file", "请选择文件，或者粘贴文字。")
        return typed


class TextForm(forms.Form):
    """A text to be corrected: one article, or the whole."""

    text = forms.CharField(
        label="文字", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )


class ManyFilesInput(forms.FileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files; the value is a list, empty when none was chosen."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, (list, tuple)) else [data]
        return [found for one in files if (found := super(ManyFilesField, self).clean(one))]


class AttachmentForm(forms.Form):
    """One or more files to attach, what for, and a caption."""

    chosen = ManyFilesField(
        label="选择文件",
        help_text="PDF、Word、Excel、JPG 或 PNG，每份不超过 50 MB，可以一次选几份。",
        required=False,
        allow_empty_file=True,
        widget=ManyFilesInput(attrs={"accept": _SHOWN_KINDS}),
    )
    role = forms.ChoiceField(label="用途", choices=ROLES, initial=Attachment.Role.EVIDENCE)
    caption = forms.CharField(
        label="说明",
        max_length=200,
        required=False,
        help_text="印在汇编里的图注或文件说明，例如：会员大会表决现场。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].wanted = True  # type: ignore[attr-defined]


class DescriptionsForm(forms.Form):
    """What each attached file is for: one form for all, so that no line typed is lost."""

    def __init__(self, *args: Any, attached: Iterable[Attachment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attached = [one for one in attached if one.role != Attachment.Role.BODY]
        for one in self.attached:
            self.fields[f"role_{one.pk}"] = forms.ChoiceField(
                label="用途", choices=ROLES, initial=one.role
            )
            self.fields[f"caption_{one.pk}"] = forms.CharField(
                label="说明", max_length=200, required=False, initial=one.caption
            )

    def fields_of(self, attachment: Attachment) -> list[forms.BoundField]:
        """The two fields of one file."""
        return [self[f"role_{attachment.pk}"], self[f"caption_{attachment.pk}"]]

    def changed(self) -> list[tuple[Attachment, str, str]]:
        """The files whose description makes sense and differs from the stored one."""
        return [
            (one, role, caption)
            for one in self.attached
            if (role := self.cleaned_data.get(f"role_{one.pk}"))
            and (caption := self.cleaned_data.get(f"caption_{one.pk}")) is not None
            and (role, caption) != (one.role, one.caption)
        ]
