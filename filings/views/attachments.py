"""The files of a draft: sent, said what for, taken out, put back.

The page is one form. Whichever button is pressed, descriptions that were typed are saved and
files that were chosen are taken in.
"""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import DomainError

from .. import services
from ..forms.files import AttachmentForm, DescriptionsForm
from ..models import Attachment, Revision, Upload
from .access import attempt, with_draft
from .files import page_urls
from .findings import panel_of
from .steps import next_url, steps_of

_UNUSED_SHOWN = 10


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def attachments(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The attached files. A file that cannot be taken is named with the reason; the others are
    kept, and so is everything typed."""
    attached = list(revision.attachments.in_order().select_related("upload__original"))
    if request.method != "POST":
        return _page(request, revision, AttachmentForm(), _descriptions(None, attached))
    form = AttachmentForm(request.POST, request.FILES)
    descriptions = _descriptions(request.POST, attached)
    clean = all([form.is_valid(), descriptions.is_valid()])
    clean = _describe(request, descriptions) and clean
    clean = _take_out_and_back(request, revision) and clean
    if form.is_valid():
        files = form.cleaned_data["chosen"]
        if not files and "send" in request.POST:
            form.add_error("chosen", "请选择要上传的文件。")
        sent = [name for file in files if (name := _send(request, revision, form, file))]
        if sent:
            messages.success(request, f"已上传：{'、'.join(sent)}。")
    if clean and not form.errors:
        if request.POST.get("then") == "next":
            return redirect(next_url(revision, "attachments"))
        return redirect("filings:attachments", revision.public_id)
    return _page(request, revision, form, descriptions)


def _descriptions(data: object, attached: list[Attachment]) -> DescriptionsForm:
    return DescriptionsForm(data, attached=attached)


def _describe(request: HttpRequest, descriptions: DescriptionsForm) -> bool:
    """Save the descriptions that changed; True when all of them could be."""
    for attachment, role, caption in descriptions.changed():
        try:
            services.describe_attachment(
                attachment_id=attachment.pk, by=request.user, role=role, caption=caption
            )
        except DomainError as refusal:
            descriptions.add_error(f"role_{attachment.pk}", refusal.sentence)
    return not descriptions.errors


def _take_out_and_back(request: HttpRequest, revision: Revision) -> bool:
    """Do what the buttons beside a file say: take it out, or put one back that was sent before."""
    done = True
    if (pk := request.POST.get("remove", "")).isdigit():
        attachment = revision.attachments.select_related("upload").filter(pk=int(pk)).first()
        if attachment:
            done = attempt(
                request,
                lambda: services.detach(attachment_id=attachment.pk, by=request.user),
                f"“{attachment.upload.name}”已移出附件，还留在“以前上传的文件”里。",
            )
    known = {str(upload.public_id): upload for upload in _unused(revision)[:_UNUSED_SHOWN]}
    if upload := known.get(request.POST.get("put_back", "")):
        done = attempt(
            request,
            lambda: services.attach(revision_id=revision.pk, upload_id=upload.pk, by=request.user),
            f"“{upload.name}”已放入附件。",
        )
    return done


def _send(
    request: HttpRequest, revision: Revision, form: AttachmentForm, file: UploadedFile
) -> str:
    """Take in one file; returns its name, or "" after noting at the field why not."""
    try:
        sent = services.upload(
            association_id=revision.filing.association_id,
            content=file,
            name=file.name or "",
            by=request.user,
        )
        services.attach(
            revision_id=revision.pk,
            upload_id=sent.pk,
            by=request.user,
            role=form.cleaned_data["role"],
            caption=form.cleaned_data["caption"],
        )
    except DomainError as refusal:
        form.add_error("chosen", refusal.sentence)
        return ""
    return sent.name


def _unused(revision: Revision) -> QuerySet[Upload]:
    """The organisation's newest files that this draft does not use."""
    return (
        revision.filing.association.uploads.filter(state=Upload.State.ACCEPTED)
        .exclude(attachments__revision=revision)
        .select_related("original")
        .order_by("-pk")
    )


def _page(
    request: HttpRequest,
    revision: Revision,
    form: AttachmentForm,
    descriptions: DescriptionsForm,
) -> HttpResponse:
    attached = revision.attachments.in_order().select_related("upload__original")
    known = {one.pk for one in descriptions.attached}
    return render(
        request,
        "filings/attachments.html",
        {
            "revision": revision,
            "form": form,
            "descriptions": descriptions,
            "attached": [
                (
                    one,
                    page_urls(one.upload),
                    descriptions.fields_of(one) if one.pk in known else [],
                )
                for one in attached
            ],
            "unused": _unused(revision)[:_UNUSED_SHOWN],
            "steps": steps_of(revision),
            "step": "attachments",
            "panel": panel_of(revision, "attachments"),
        },
    )
