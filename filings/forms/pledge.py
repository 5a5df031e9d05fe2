"""诚信承诺书: what is offered, to whom, at what price, and what is never done (通知 一（四）)."""

import re
from typing import Any

from django import forms

from ..pledge_promises import COMMITMENTS
from .inputs import day, line, optional, text, tick
from .material import MaterialForm, Part
from .rows import RowForm, RowKind

_AMOUNT_AND_UNIT = re.compile(r"\s*[￥¥]?\s*([\d,，]+(?:\.\d+)?)\s*(元.*)?\s*")


class FeeRow(RowForm):
    """One thing that is charged for."""

    item = line("项目", longest=100)
    amount = line("标准（元）", longest=40)
    unit = line("单位", longest=40, placeholder="元/年")
    basis = line("依据")
    decided_by = line("由哪次会议决定", longest=100)
    decided_on = day("通过日期")
    voluntary = tick("自愿接受")

    def clean(self) -> dict[str, Any]:
        """“1,200元/年” written into one cell is parted into amount and unit."""
        typed = super().clean() or self.cleaned_data
        parted = _AMOUNT_AND_UNIT.fullmatch(typed.get("amount") or "")
        if parted:
            typed["amount"] = re.sub("[,，]", "", parted[1])
            if parted[2] and not typed.get("unit"):
                typed["unit"] = parted[2].strip()
        return typed


class LinesField(forms.CharField):
    """Several short texts, one a line, stored as a list."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        lines = (super().to_python(value) or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))


def _promise(key: str) -> forms.BooleanField:
    return tick(next(sentence for name, _, sentence in COMMITMENTS if name == key))


class PledgeForm(MaterialForm):
    """The pledge as numbered data."""

    service_content = text("服务内容", help_text="本会为会员和社会提供哪些服务。")
    service_manner = text(
        "服务方式", help_text="怎样提供：上门、窗口、网上、培训、咨询等。", rows=3
    )
    service_audience = text("服务对象", rows=2)
    commitments__no_forced_membership = _promise("no_forced_membership")
    commitments__no_forced_service = _promise("no_forced_service")
    commitments__no_improper_appraisal = _promise("no_improper_appraisal")
    commitments__no_improper_training = _promise("no_improper_training")
    commitments__no_improper_commendation = _promise("no_improper_commendation")
    commitments__within_charter = _promise("within_charter")
    extra = LinesField(
        label="其他承诺",
        help_text="每行写一条。",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    hotline = line("监督电话", longest=60, inputmode="tel")
    email = optional(
        forms.EmailField(
            label="监督邮箱", required=False, error_messages={"invalid": "邮箱的格式不对。"}
        )
    )
    signatory = line("签署人", longest=50, help_text="一般是法定代表人。")
    signed_on = day("签署日期")
    valid_until = optional(day("有效期至", help_text="例如到下一次换届；没有期限可以空着。"))

    tables = (RowKind("fees", "fees", "收费项目和标准", FeeRow, blank=1, pasted=True),)
    parts = (
        Part(
            "service",
            "服务",
            ("title", "service_content", "service_manner", "service_audience"),
            "这些内容审定后向社会公开。",
            "一-4-2",
        ),
        Part(
            "fees",
            "收费标准",
            (),
            "会费和每一项收费都要列出，表外不另收费。不收费的可以空着。",
            "一-4-2",
            table="fees",
        ),
        Part(
            "commitments",
            "承诺事项",
            (*(f"commitments__{key}" for key, _, _ in COMMITMENTS), "extra"),
            "请逐条勾选本会作出的承诺。",
            "一-4-2",
        ),
        Part(
            "signature",
            "监督和签署",
            ("hotline", "email", "signatory", "signed_on", "valid_until"),
            "",
            "一-4-1",
        ),
    )
