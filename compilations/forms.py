"""Shapes of what officers fill in; the doors decide what is right."""

from django import forms

from .models import Edition


class EditionForm(forms.ModelForm):
    """Title, preface, editors, order and make-up of an edition."""

    class Meta:
        model = Edition
        fields = [
            "title",
            "order_by",
            "preface",
            "editors",
            "permit_number",
            "opens_on_right",
            "part_pages",
        ]
        widgets = {
            "preface": forms.Textarea(attrs={"rows": 10}),
            "editors": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "preface": "一段一行。空着时使用通行的说明。",
            "permit_number": "印在版权页上，没有可以不填。",
            "opens_on_right": "书籍通行做法；不选则紧接着排，省纸。",
            "part_pages": "每册最多多少页，超过时自动分为上册、下册等。",
        }

    def clean_part_pages(self) -> int:
        """A book must be able to hold the thickest chapter and be bound."""
        pages: int = self.cleaned_data["part_pages"]
        if not 100 <= pages <= 3000:
            raise forms.ValidationError("请填写 100 到 3000 之间的页数。")
        return pages


class DispatchForm(forms.Form):
    """To whom a released edition is sent, under which number, when."""

    addressee = forms.CharField(label="主送单位", max_length=100)
    letter_number = forms.CharField(label="发文字号", max_length=40, required=False)
    sent_on = forms.DateField(label="发文日期", widget=forms.DateInput(attrs={"type": "date"}))


class ReasonForm(forms.Form):
    """Why a document is left out."""

    reason = forms.CharField(label="不收录的理由", max_length=300)
