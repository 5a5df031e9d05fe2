"""The people of an organisation: who acts for it, inviting, changing roles, revoking."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from huanglong_portal.common import dates
from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import posted, show_refusal

from .. import permissions, services
from ..forms import AcceptInvitationForm, InvitationForm
from ..models import Association, Invitation, Mandate
from ..services.mandates import token_digest
from ..services.register import Applicant


def _organisation(request: HttpRequest, public_id: UUID) -> Association:
    return get_object_or_404(Association.objects.represented_by(request.user), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Who acts for the organisation; its 管理员 invite colleagues here."""
    association = _organisation(request, public_id)
    form = InvitationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.invite(association_id=association.pk, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"邀请已发到 {form.cleaned_data['email']}。")
            return redirect("associations:people", public_id)
    return render(
        request,
        "associations/people.html",
        {
            "association": association,
            "mandates": association.mandates.current().select_related("user").order_by("pk"),
            "invitations": association.invitations.filter(
                accepted_at__isnull=True, expires_at__gt=dates.now()
            ).order_by("pk"),
            "may_invite": permissions.may_invite(request.user, association),
            "form": form,
        },
    )


@require_POST
def change_role(request: HttpRequest, public_id: UUID, mandate_id: int) -> HttpResponse:
    """Make a colleague 管理员 or 经办."""
    mandate = get_object_or_404(_organisation(request, public_id).mandates, pk=mandate_id)
    role = request.POST.get("role", "")
    if role in Mandate.Role.values:
        _attempt(
            request,
            lambda: services.change_role(mandate_id=mandate.pk, role=role, by=request.user),
            f"{mandate.user.name}现在是{Mandate.Role(role).label}。",
        )
    return redirect("associations:people", public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, public_id: UUID, mandate_id: int) -> HttpResponse:
    """End a colleague's mandate, after asking once."""
    association = _organisation(request, public_id)
    mandate = get_object_or_404(
        association.mandates.current().select_related("user"), pk=mandate_id
    )
    if request.method != "POST":
        return render(
            request,
            "associations/revoke.html",
            {"association": association, "mandate": mandate},
        )
    done = _attempt(
        request,
        lambda: services.revoke_mandate(mandate_id=mandate.pk, by=request.user),
        f"{mandate.user.name}不再代表本组织办理报送。",
    )
    if done and mandate.user_id == request.user.pk:
        return redirect("landing")
    return redirect("associations:people", public_id)


@require_POST
def cancel_invitation(request: HttpRequest, public_id: UUID, invitation_id: int) -> HttpResponse:
    """Take an invitation back that was not accepted yet."""
    invitation = get_object_or_404(_organisation(request, public_id).invitations, pk=invitation_id)
    _attempt(
        request,
        lambda: services.cancel_invitation(invitation_id=invitation.pk, by=request.user),
        f"给 {invitation.email} 的邀请已取消。",
    )
    return redirect("associations:people", public_id)


def _attempt(request: HttpRequest, act: Any, words: str) -> bool:
    """Do it and say so, or say why not."""
    try:
        act()
    except DomainError as refusal:
        messages.error(request, refusal.sentence)
        return False
    messages.success(request, words)
    return True


@login_not_required
@never_cache
@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind an invitation's link: accept as oneself, or make an account first."""
    invitation = (
        Invitation.objects.filter(
            token_digest=token_digest(token), accepted_at__isnull=True, expires_at__gt=dates.now()
        )
        .select_related("association", "invited_by")
        .first()
    )
    if invitation is None:
        return render(request, "associations/invitation_over.html", status=410)
    signed_in = request.user.is_authenticated
    form = None if signed_in else _account_form(request, invitation)
    if request.method == "POST" and (form is None or form.is_valid()):
        applicant = _applicant(form.cleaned_data) if form else None
        try:
            mandate = services.accept_invitation(
                token=token, user=request.user if signed_in else None, applicant=applicant
            )
        except DomainError as refusal:
            if form:
                show_refusal(form, refusal)
            else:
                messages.error(request, refusal.sentence)
        else:
            if applicant:
                backend = "django.contrib.auth.backends.ModelBackend"
                login(request, mandate.user, backend=backend)
            messages.success(request, f"您现在可以为{invitation.association.name}办理报送。")
            return redirect("landing")
    return render(request, "associations/invitation.html", {"invitation": invitation, "form": form})


def _account_form(request: HttpRequest, invitation: Invitation) -> AcceptInvitationForm:
    known = {"name": invitation.name, "email": invitation.email}
    return AcceptInvitationForm(posted(request), initial=known)


def _applicant(typed: dict[str, str]) -> Applicant:
    return Applicant(
        username=typed["username"],
        password=typed["password"],
        name=typed["name"],
        email=typed["email"],
        mobile=typed["mobile"],
    )
