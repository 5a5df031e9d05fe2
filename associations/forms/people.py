"""Forms of the people of an organisation: inviting and accepting."""

from django import forms

from ..models import Mandate
from .accounts import NewAccountForm

ROLE_HELP = {
    Mandate.Role.HANDLER: "填报、提交、撤回材料",
    Mandate.Role.ADMINISTRATOR: "除填报外，还可以邀请同事、调整角色、撤销授权",
}


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    name = forms.CharField(
        label="同事姓名", max_length=50, error_messages={"required": "请填写同事的姓名。"}
    )
    email = forms.EmailField(
        label="同事的邮箱",
        help_text="邀请发到这个邮箱，14 天内有效。",
        error_messages={
            "required": "请填写同事的邮箱。",
            "invalid": "邮箱的格式不对，例如 zhang@example.com。",
        },
    )
    role = forms.ChoiceField(
        label="角色",
        choices=[
            (role, f"{Mandate.Role(role).label}：{words}") for role, words in ROLE_HELP.items()
        ],
        initial=Mandate.Role.HANDLER,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择角色。"},
    )


class AcceptInvitationForm(NewAccountForm):
    """A new colleague's account; who already has one signs in instead."""
