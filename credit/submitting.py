"""What every page with a form that may carry a file does alike."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import show_refusal

from . import services
from .forms import PaperForm
from .models import Paper


def sent(request: HttpRequest) -> tuple[Any, Any]:
    """What a form is bound to: the data and files of a POST, however little it carries."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def submitted(
    request: HttpRequest,
    form: PaperForm,
    association_id: int,
    act: Callable[[int | None], object],
) -> bool:
    """Take in the file, then do ``act`` with its id; False when something is to be corrected.

    The file is taken in even when another field is wrong, and named on the page, so that nothing
    has to be sent twice. Refusals are put at their field.
    """
    valid = form.is_valid()
    try:
        _take_paper(request, form, association_id)
        if valid:
            act(form.paper.pk if form.paper else None)
            return True
    except DomainError as refusal:
        show_refusal(form, refusal)
    return False


def _take_paper(request: HttpRequest, form: PaperForm, association_id: int) -> None:
    document = form.files.get(form.add_prefix("document"))
    if document is not None and document.size:
        form.keep(
            services.keep_paper(
                association_id=association_id,
                content=document,
                name=document.name or "",
                by=request.user,
            )
        )
        return
    kept = form.cleaned_data.get("kept")
    if kept is not None:
        form.paper = Paper.objects.filter(
            public_id=kept, association=association_id, kept_by=request.user
        ).first()
