"""Forms of a person's own account: signing in, passwords, particulars."""

import re
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm

_MOBILE = re.compile(r"1\d{10}")

_STRENGTH = "至少 8 位，不要只用数字，也不要用姓名、生日或 12345678 这类容易猜到的。"


class SignInForm(AuthenticationForm):
    """Login name and password."""

    error_messages = {
        "invalid_login": "登录名或密码不对。请注意大小写；忘记密码可以重新设置。",
        "inactive": "这个账号已停用，请致电民政局。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "登录名"
        self.fields["username"].help_text = "注册时填写的登录名，一般是手机号码。"


class PasswordResetForm(forms.Form):
    """Who wants a new password."""

    name = forms.CharField(
        label="登录名或邮箱",
        max_length=254,
        error_messages={"required": "请填写登录名或邮箱。"},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )


class NewPasswordForm(SetPasswordForm):
    """A new password, twice. Serves resetting and, with the old one asked for, changing."""

    error_messages = {"password_mismatch": "两次填写的密码不一样，请重新填写。"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "新密码"
        self.fields["new_password1"].help_text = _STRENGTH
        self.fields["new_password2"].label = "再填一次新密码"
        self.fields["new_password2"].help_text = ""


class ChangePasswordForm(NewPasswordForm):
    """The password in use, then a new one twice."""

    old_password = forms.CharField(
        label="现在的密码",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["old_password", "new_password1", "new_password2"]

    def clean_old_password(self) -> str:
        given = str(self.cleaned_data["old_password"])
        if not self.user.check_password(given):
            raise forms.ValidationError("现在的密码不对，请重新填写。")
        return given


class MobileField(forms.CharField):
    """A mobile number of the mainland; spaces and hyphens are forgiven."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "手机号码")
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"})
        )
        super().__init__(max_length=20, **kwargs)

    def to_python(self, value: Any) -> str:
        digits = re.sub(r"[\s\-]", "", super().to_python(value) or "")
        return re.sub(r"^\+?86(?=1\d{10}$)", "", digits)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not _MOBILE.fullmatch(value):
            raise forms.ValidationError("手机号码应为 11 位数字，以 1 开头。请核对。")


class ParticularsForm(forms.Form):
    """A person's name, mobile number and mail address."""

    name = forms.CharField(
        label="姓名",
        max_length=50,
        error_messages={"required": "请填写姓名。"},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    mobile = MobileField(error_messages={"required": "请填写手机号码。"})
    email = forms.EmailField(
        label="邮箱",
        help_text="审核结果和重新设置密码的邮件发到这里。",
        error_messages={
            "required": "请填写邮箱。",
            "invalid": "邮箱的格式不对，例如 zhang@example.com。",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class NewAccountForm(ParticularsForm):
    """What a person without an account fills in: particulars, login name and password."""

    username = forms.CharField(
        label="登录名",
        max_length=150,
        help_text="可以直接用手机号码，登录时填写。",
        error_messages={"required": "请填写登录名。"},
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="密码",
        strip=False,
        help_text=_STRENGTH,
        error_messages={"required": "请填写密码。"},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label="再填一次密码",
        strip=False,
        error_messages={"required": "请再填一次密码。"},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password_again(self) -> str:
        again = str(self.cleaned_data["password_again"])
        if self.cleaned_data.get("password") not in (None, again):
            raise forms.ValidationError("两次填写的密码不一样，请重新填写。")
        return again
