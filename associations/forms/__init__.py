"""Forms of accounts, registration and the people of an organisation."""

from .accounts import NewPasswordForm, ParticularsForm, PasswordResetForm, SignInForm
from .people import AcceptInvitationForm, InvitationForm
from .registration import RegistrationForm

__all__ = [
    "AcceptInvitationForm",
    "InvitationForm",
    "NewPasswordForm",
    "ParticularsForm",
    "PasswordResetForm",
    "RegistrationForm",
    "SignInForm",
]
