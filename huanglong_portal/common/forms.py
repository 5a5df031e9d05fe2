"""What every form of the portal shares: refusals at their field, dates as people write them."""

import re
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from .errors import DomainError

_CHINESE_DATE = re.compile(
    r"\s*(\d{4})\s*[年./\-－．]\s*(\d{1,2})\s*[月./\-－．]\s*(\d{1,2})\s*[日号]?\s*"
)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, also when that is nothing; None when its page is only opened."""
    return request.POST if request.method == "POST" else None


def show_refusal(form: forms.BaseForm, refusal: DomainError) -> None:
    """Put the sentence of a refusal at the field it names, or above the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)


class DayField(forms.DateField):
    """A day. Takes what a date picker sends and what people type: 2026年3月1日, 2026.3.1."""

    default_error_messages = {"invalid": "请填写完整的日期，例如 2026年3月1日。"}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and (written := _CHINESE_DATE.fullmatch(value)):
            value = "-".join(written.groups())
        return super().to_python(value)


class CountField(forms.IntegerField):
    """How many: a whole number, never negative."""

    default_error_messages = {"invalid": "请填写数字，例如 36。"}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.NumberInput(attrs={"inputmode": "numeric", "min": "0"}))
        super().__init__(min_value=0, max_value=10_000_000, **kwargs)
