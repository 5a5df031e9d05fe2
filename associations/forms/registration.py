"""The form by which an organisation registers: who it is, proof, and who acts for it."""

from typing import Any

from django import forms

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import CountField, DayField, show_refusal

from .. import certificates, credit_code
from ..certificates import Certificate
from .accounts import NewAccountForm

_ORGANISATION = ("credit_code", "organisation_name", "is_trade_association", "certificate")
_PARTICULARS = (
    "industry",
    "registered_on",
    "legal_representative",
    "office_phone",
    "address",
    "business_scope",
    "supervising_unit",
    "member_count",
)
_ACCOUNT = ("name", "mobile", "email", "username", "password", "password_again")


class RegistrationForm(NewAccountForm):
    """Registers an organisation. A person who is signed in is not asked for an account again.

    The certificate is taken in even when another field is wrong: it is then named by
    ``certificate_token`` and need not be chosen again.
    """

    credit_code = forms.CharField(
        label="统一社会信用代码",
        max_length=40,
        help_text="登记证书上的 18 位代码，以 51、52 或 53 开头。",
        error_messages={"required": "请填写统一社会信用代码。"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    organisation_name = forms.CharField(
        label="组织名称",
        max_length=100,
        help_text="与登记证书上的名称一致。",
        error_messages={"required": "请填写组织名称。"},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    is_trade_association = forms.TypedChoiceField(
        label="是不是行业协会商会",
        help_text="行业协会商会报送五类材料，其他社会组织报送四类（没有行业标准）。",
        choices=[("yes", "是行业协会商会"), ("no", "不是，是其他社会组织")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "请选择是不是行业协会商会。"},
    )
    certificate = forms.FileField(
        label="登记证书扫描件或照片",
        help_text="PDF、JPG 或 PNG，不超过 50 MB。用手机拍照也可以，四角要拍全。",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )
    certificate_token = forms.CharField(required=False, widget=forms.HiddenInput)
    industry = forms.CharField(
        label="所属行业",
        max_length=40,
        required=False,
        help_text="例如：餐饮、汽车维修、养老服务。",
    )
    registered_on = DayField(label="成立登记日期", required=False)
    legal_representative = forms.CharField(label="法定代表人", max_length=50, required=False)
    office_phone = forms.CharField(
        label="办公电话",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    address = forms.CharField(label="住所", max_length=200, required=False)
    business_scope = forms.CharField(
        label="业务范围", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    supervising_unit = forms.CharField(
        label="业务主管单位", max_length=100, required=False, help_text="已脱钩的可以不填。"
    )
    member_count = CountField(label="会员数", required=False)

    field_order = [*_ORGANISATION, *_PARTICULARS, *_ACCOUNT]
    kept_certificate: Certificate | None = None

    def __init__(self, *args: Any, signed_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signed_in = signed_in
        self.fields["name"].label = "您的姓名"
        # This one, or the one that was sent before.
        self.fields["certificate"].wanted = True  # type: ignore[attr-defined]
        if signed_in:
            for name in _ACCOUNT:
                del self.fields[name]
        elif self.is_bound:
            self.fields["password"].help_text = "为了安全，密码不留在页面上，请再填一次。"
        if not self.is_bound and (token := self.initial.get("certificate_token")):
            self.kept_certificate = certificates.from_token(token)

    def clean_credit_code(self) -> str:
        code = credit_code.normalise(self.cleaned_data["credit_code"])
        if sentence := credit_code.problem(code):
            raise forms.ValidationError(sentence)
        return code

    def clean_certificate(self) -> Certificate | None:
        """The scan just sent, or the one that was sent before."""
        token = str(self.data.get(self.add_prefix("certificate_token"), ""))
        self.kept_certificate = certificates.from_token(token)
        if sent := self.cleaned_data.get("certificate"):
            try:
                self.kept_certificate = certificates.take(sent)
            except DomainError as refusal:
                raise forms.ValidationError(refusal.sentence) from refusal
        if self.kept_certificate is None:
            raise forms.ValidationError("请上传登记证书的扫描件或照片。")
        return self.kept_certificate

    @property
    def sections(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Heading, one sentence, and fields of each part of the form."""
        parts = [
            ("组织", "请对照登记证书填写。", _ORGANISATION),
            ("基本情况", "知道的请填写，不清楚的可以空着。", _PARTICULARS),
        ]
        if not self.signed_in:
            words = "账号属于您本人。您将成为本组织的管理员，可以再邀请同事。"
            parts.append(("您的账号", words, _ACCOUNT))
        return [(title, words, [self[name] for name in names]) for title, words, names in parts]

    def refuse(self, refusal: DomainError) -> None:
        """Show what the door refused at the field it means."""
        if refusal.field == "name":
            refusal.field = "organisation_name"
        show_refusal(self, refusal)
