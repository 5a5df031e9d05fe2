"""Signing in and out, passwords, and a person's own particulars."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from huanglong_portal.common import throttle
from huanglong_portal.common.forms import posted

from .. import services
from ..forms.accounts import (
    ChangePasswordForm,
    NewPasswordForm,
    ParticularsForm,
    PasswordResetForm,
    SignInForm,
)

_RESETS_AN_HOUR = 20


class SignIn(LoginView):
    """Sign in; too many wrong passwords meet ``registration/throttled.html`` for a while."""

    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        del context["site"]  # Django's host name; the page frame wants the bureau's particulars
        return context


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_password_reset(request: HttpRequest) -> HttpResponse:
    """Ask for the mail with the way back in. The answer is the same for every name."""
    form = PasswordResetForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if throttle.passes("password-reset", limit=_RESETS_AN_HOUR):
            services.send_password_reset(name=form.cleaned_data["name"])
        return redirect("password_reset_done")
    return render(request, "registration/password_reset_form.html", {"form": form})


class ResetPassword(PasswordResetConfirmView):
    """The page behind the mail's link: choose a new password, once."""

    form_class = NewPasswordForm
    success_url = reverse_lazy("password_reset_complete")

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        services.note_password_changed(user_id=form.user.pk)
        return response


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; every other session of the account ends with it."""
    form = ChangePasswordForm(request.user, posted(request))
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)
        services.note_password_changed(user_id=request.user.pk)
        messages.success(request, "密码已修改。下次请用新密码登录。")
        return redirect("associations:account")
    return render(request, "registration/password_change_form.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own name, mobile number and mail address."""
    person = request.user
    initial = {"name": person.name, "mobile": person.mobile, "email": person.email}
    form = ParticularsForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        services.update_particulars(user_id=person.pk, **form.cleaned_data)
        messages.success(request, "已保存。")
        return redirect("associations:account")
    return render(
        request,
        "associations/account.html",
        {
            "form": form,
            "mandates": person.mandates.current().select_related("association"),
        },
    )
