"""The officers' pages: five spines, one volume's list, the settings of an edition."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from associations.models import User
from associations.permissions import signed_in
from filings.models import Round
from huanglong_portal.common import dates
from huanglong_portal.common.errors import DomainError, Refused

from .. import overview, permissions, services
from ..forms import DispatchForm, EditionForm, ReasonForm
from ..models import Build, Edition, EditionVolume


def _officer(request: HttpRequest) -> User:
    """The officer behind the request. Raises PermissionDenied for everybody else."""
    user = signed_in(request)
    if not permissions.may_see(user):
        raise PermissionDenied
    return user


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest) -> HttpResponse:
    """The newest edition; where there is none, the rounds one can be begun from."""
    user = _officer(request)
    if request.method == "POST":
        chosen = get_object_or_404(Round.objects.announced(), slug=request.POST.get("round", ""))
        try:
            opened = services.open_edition(round_id=chosen.pk, by=user)
        except DomainError as refused:
            messages.error(request, refused.sentence)
            return redirect("compilations:desk")
        messages.success(request, f"已建立{opened.title}，收录到目前为止审定的材料。")
        return redirect("compilations:edition", opened.public_id)
    editions = list(Edition.objects.visible_to(user).select_related("round")[:50])
    return render(
        request,
        "compilations/desk.html",
        {
            **admin.site.each_context(request),
            "title": "五册汇编",
            "editions": editions,
            "rounds": Round.objects.announced()[:20],
            "may_edit": permissions.may_edit(user),
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edition(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Five spines in a row: what is in, print, progress, proof, release."""
    user = _officer(request)
    found = _edition(user, public_id)
    if request.method == "POST":
        _act(request, user, found, _EDITION_ACTS)
        return redirect("compilations:edition", public_id)
    return render(request, "compilations/edition.html", _edition_context(request, user, found))


@never_cache
@require_safe
def progress(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The row of spines alone, asked for again while something is under way."""
    user = _officer(request)
    found = _edition(user, public_id)
    return render(request, "compilations/_spines.html", _edition_context(request, user, found))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def volume(request: HttpRequest, public_id: UUID, position: int) -> HttpResponse:
    """One volume's list: what is in, what is left out and why, what is missing, what is amiss."""
    user = _officer(request)
    found = _edition(user, public_id)
    edition_volume = get_object_or_404(
        EditionVolume.objects.select_related("volume", "edition__round", "current"),
        edition=found,
        volume__position=position,
    )
    if request.method == "POST":
        _act(request, user, edition_volume, _VOLUME_ACTS)
        return redirect("compilations:volume", public_id, position)
    return render(
        request,
        "compilations/volume.html",
        {
            **admin.site.each_context(request),
            "title": edition_volume.volume.title,
            "edition": found,
            "edition_volume": edition_volume,
            "lines": overview.entries_of(edition_volume),
            "missing": overview.missing_of(edition_volume),
            "may_decide": permissions.may_edit(user) and found.state == Edition.State.DRAFT,
            "may_retry": permissions.may_edit(user),
            "form": ReasonForm(),
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Preface, editors, order and make-up of an edition."""
    user = _officer(request)
    found = _edition(user, public_id)
    form = EditionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_edition(edition_id=found.pk, by=user, changes=form.cleaned_data)
        except DomainError as refused:
            form.add_error(refused.field or None, refused.sentence)
        else:
            messages.success(request, "已保存。下次编印时按新的内容排印。")
            return redirect("compilations:edition", public_id)
    found.refresh_from_db()
    return render(
        request,
        "compilations/settings.html",
        {
            **admin.site.each_context(request),
            "title": "编辑说明与体例",
            "edition": found,
            "form": form,
            "may_edit": permissions.may_edit(user) and found.state == Edition.State.DRAFT,
        },
    )


def _edition(user: User, public_id: UUID) -> Edition:
    return get_object_or_404(
        Edition.objects.visible_to(user).select_related(
            "round", "frozen_by", "released_by", "based_on"
        ),
        public_id=public_id,
    )


def _edition_context(request: HttpRequest, user: User, found: Edition) -> dict[str, Any]:
    row = overview.spines(found)
    return {
        **admin.site.each_context(request),
        "title": f"五册汇编 · {found.title}",
        "edition": found,
        "spines": row,
        "is_running": any(spine.running for spine in row),
        "may_edit": permissions.may_edit(user),
        "may_release": permissions.may_release(user),
        "editions": Edition.objects.visible_to(user).exclude(pk=found.pk)[:20],
        "dispatches": list(found.dispatches.select_related("created_by", "blob")[:50]),
        "dispatch_form": DispatchForm(initial={"sent_on": dates.today()}),
    }


def _number(request: HttpRequest, name: str) -> int:
    """A primary key from the form; 0, which nothing has, for anything that is none."""
    value = request.POST.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 18 else 0


Act = Callable[[HttpRequest, User, Any], str]


def _act(request: HttpRequest, user: User, thing: Any, acts: dict[str, Act]) -> None:
    """Do what the pressed button says; the door's sentence is shown either way."""
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        messages.error(request, "页面已经更新，请再按一次。")
        return
    try:
        messages.success(request, act(request, user, thing))
    except DomainError as refused:
        messages.error(request, refused.sentence)


def _print_proof(request: HttpRequest, user: User, found: Edition) -> str:
    services.gather(edition_id=found.pk)
    services.request_compile(edition_id=found.pk, by=user, is_proof=True)
    return "已开始编印校样。可以关闭本页，完成后在这里下载。"


def _print_final(request: HttpRequest, user: User, found: Edition) -> str:
    services.request_compile(edition_id=found.pk, by=user, is_proof=False)
    return "已开始编印正本。可以关闭本页，完成后在这里下载。"


def _freeze(request: HttpRequest, user: User, found: Edition) -> str:
    services.freeze(edition_id=found.pk, by=user)
    return "已定目：收录的材料和顺序不再变动，可以编印正本。"


def _reopen(request: HttpRequest, user: User, found: Edition) -> str:
    services.reopen(edition_id=found.pk, by=user)
    return "已恢复编辑，可以增减材料。"


def _release(request: HttpRequest, user: User, found: Edition) -> str:
    services.release(edition_id=found.pk, by=user)
    return "已定稿。"


def _dispatch(request: HttpRequest, user: User, found: Edition) -> str:
    form = DispatchForm(request.POST)
    if not form.is_valid():
        field, said = next(iter(form.errors.items()))
        raise Refused(f"{form.fields[field].label}：{said[0]}", field)
    services.register_dispatch(edition_id=found.pk, by=user, **form.cleaned_data)
    return "已登记。报送函、汇编、目录和校验清单正在打包，稍后可以下载。"


def _cancel(request: HttpRequest, user: User, found: Edition) -> str:
    build = get_object_or_404(
        Build.objects.filter(edition_volume__edition=found), pk=_number(request, "build")
    )
    services.cancel(build_id=build.pk, by=user)
    return "已停止这次编印。已经排好的单篇都保留着。"


def _exclude(request: HttpRequest, user: User, edition_volume: EditionVolume) -> str:
    entry = get_object_or_404(edition_volume.entries, pk=_number(request, "entry"))
    services.exclude(entry_id=entry.pk, reason=request.POST.get("reason", ""), by=user)
    return f"《{entry.revision.title}》不收录，理由会印在附录中。"


def _include(request: HttpRequest, user: User, edition_volume: EditionVolume) -> str:
    entry = get_object_or_404(edition_volume.entries, pk=_number(request, "entry"))
    services.include(entry_id=entry.pk, by=user)
    return f"《{entry.revision.title}》已恢复收录。"


def _retry(request: HttpRequest, user: User, edition_volume: EditionVolume) -> str:
    entry = get_object_or_404(edition_volume.entries, pk=_number(request, "entry"))
    piece = get_object_or_404(entry.revision.fragments, pk=_number(request, "piece"))
    services.retry_piece(fragment_id=piece.pk, by=user)
    return "已重新排版这份材料，完成后请再次编印。"


_EDITION_ACTS: dict[str, Act] = {
    "print-proof": _print_proof,
    "print-final": _print_final,
    "freeze": _freeze,
    "reopen": _reopen,
    "release": _release,
    "dispatch": _dispatch,
    "cancel": _cancel,
}
_VOLUME_ACTS: dict[str, Act] = {"exclude": _exclude, "include": _include, "retry": _retry}
