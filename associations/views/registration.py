"""Registering an organisation, and how the application stands."""

from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from huanglong_portal.common.errors import DomainError

from .. import services
from ..certificates import Certificate
from ..forms import RegistrationForm
from ..models import Association
from ..services.register import Applicant

_AS_TYPED = (
    "credit_code",
    "industry",
    "registered_on",
    "legal_representative",
    "office_phone",
    "address",
    "business_scope",
    "supervising_unit",
    "member_count",
)


@login_not_required
@never_cache
@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Register an organisation with its code and certificate; the person becomes its 管理员.

    Whatever is refused, what was typed and the scan that was sent stay in the form.
    """
    signed_in = request.user.is_authenticated
    if request.method != "POST":
        form = RegistrationForm(signed_in=signed_in, initial=_refused_before(request))
    else:
        form = RegistrationForm(request.POST, request.FILES, signed_in=signed_in)
    if form.is_valid():
        try:
            association = _apply(request, form)
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            return redirect("associations:application", association.public_id)
    return render(request, "associations/register.html", {"form": form})


def _apply(request: HttpRequest, form: RegistrationForm) -> Association:
    typed = form.cleaned_data
    applicant = None
    if not form.signed_in:
        applicant = Applicant(
            username=typed["username"],
            password=typed["password"],
            name=typed["name"],
            email=typed["email"],
            mobile=typed["mobile"],
        )
    association = services.apply_for_admission(
        name=typed["organisation_name"],
        code=typed["credit_code"],
        is_trade_association=typed["is_trade_association"],
        certificate=typed["certificate"].blob,
        certificate_name=typed["certificate"].name,
        applicant=applicant,
        user=request.user if form.signed_in else None,
        **{name: typed[name] for name in _AS_TYPED if name != "credit_code"},
    )
    if applicant:
        person = association.mandates.get(user__username=applicant.username).user
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return association


def _refused_before(request: HttpRequest) -> dict[str, object]:
    """What an applicant typed the last time, when that application was refused."""
    refused = (
        Association.objects.represented_by(request.user)
        .filter(state=Association.State.REFUSED)
        .select_related("certificate")
        .order_by("-created_at")
        .first()
    )
    if refused is None:
        return {}
    kept = (
        Certificate(refused.certificate, refused.certificate_name) if refused.certificate else None
    )
    return {
        **{name: getattr(refused, name) for name in _AS_TYPED},
        "organisation_name": refused.name,
        "is_trade_association": "yes" if refused.is_trade_association else "no",
        "certificate_token": kept.token if kept else "",
    }


@require_safe
def application(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where an application stands, for the people of the organisation."""
    association = get_object_or_404(
        Association.objects.represented_by(request.user), public_id=public_id
    )
    return render(request, "associations/application.html", {"association": association})
