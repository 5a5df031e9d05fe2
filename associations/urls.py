"""Addresses of accounts, registration, messages and people.

``account_patterns`` carry Django's own names (``login``, ``password_reset`` …), so they stand
outside the namespace.
"""

from django.contrib.auth import views as auth_views
from django.urls import path

from .views import accounts, mailbox, messages, people, registration

app_name = "associations"

account_patterns = [
    path("login/", accounts.SignIn.as_view(), name="login"),
    path("logout/", auth_views.LogoutView.as_view(), name="logout"),
    path("password/change/", accounts.change_password, name="password_change"),
    path("password/reset/", accounts.ask_password_reset, name="password_reset"),
    path(
        "password/reset/sent/",
        auth_views.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "password/reset/done/",
        auth_views.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
    path(
        "password/reset/<uidb64>/<token>/",
        accounts.ResetPassword.as_view(),
        name="password_reset_confirm",
    ),
]

urlpatterns = [
    path("register/", registration.register, name="register"),
    path("register/<uuid:public_id>/", registration.application, name="application"),
    path("account/", accounts.account, name="account"),
    path("invitation/<str:token>/", people.accept_invitation, name="invitation"),
    path("organisations/<uuid:public_id>/people/", people.people, name="people"),
    path(
        "organisations/<uuid:public_id>/people/<int:mandate_id>/role/",
        people.change_role,
        name="change_role",
    ),
    path(
        "organisations/<uuid:public_id>/people/<int:mandate_id>/revoke/",
        people.revoke,
        name="revoke",
    ),
    path(
        "organisations/<uuid:public_id>/invitations/<int:invitation_id>/cancel/",
        people.cancel_invitation,
        name="cancel_invitation",
    ),
    path("messages/", messages.inbox, name="messages"),
    path("messages/read/", messages.read_all, name="read_all_messages"),
    path("messages/<int:message_id>/read/", messages.read_message, name="read_message"),
    path("dev/mailbox/", mailbox.mailbox, name="mailbox"),
    path("dev/mailbox/<str:file>/", mailbox.letter, name="letter"),
]
