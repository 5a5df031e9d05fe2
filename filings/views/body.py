"""The text of a draft: read from a file or pasted, shown as articles, corrected in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from huanglong_portal.common.errors import DomainError
from huanglong_portal.common.forms import show_refusal

from .. import model_clauses, services
from ..documents import blocks as block_rules
from ..documents import text as outline
from ..documents.blocks import Block
from ..forms.files import BodyForm, TextForm
from ..materials import TRAITS
from ..models import Attachment, Revision, Upload
from .access import attempt, with_draft
from .files import page_urls
from .findings import panel_of
from .remarks_shown import shown_by_anchor
from .steps import next_url, open_remarks, steps_of


@dataclass(frozen=True, slots=True)
class Passage:
    """An article with all that belongs to it, or another single block: what one corrects."""

    anchor: str
    name: str
    blocks: list[tuple[str, Block]]


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def body(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The text as it was read; POST takes it anew from a file or from pasted words."""
    if request.method != "POST":
        return _page(request, revision, BodyForm(), editing=request.GET.get("edit", ""))
    form = BodyForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            left_over = _take(request, revision, form.cleaned_data)
        except DomainError as refusal:
            if refusal.field not in form.fields:
                refusal.field = "file" if form.cleaned_data["file"] else "text"
            show_refusal(form, refusal)
        else:
            if not left_over:
                return redirect("filings:body", revision.public_id)
    revision.refresh_from_db()
    return _page(request, revision, form)


def _take(request: HttpRequest, revision: Revision, typed: dict[str, Any]) -> str:
    """Read the body; returns pasted words that were not used because a file came with them."""
    if not typed["file"]:
        services.take_body_from_text(revision_id=revision.pk, text=typed["text"], by=request.user)
        return ""
    sent = services.upload(
        association_id=revision.filing.association_id,
        content=typed["file"],
        name=typed["file"].name,
        by=request.user,
    )
    if sent.state == Upload.State.UNCHECKED:
        services.attach(
            revision_id=revision.pk, upload_id=sent.pk, by=request.user, role=Attachment.Role.BODY
        )
        messages.info(request, f"“{sent.name}”已收到，正在检查。检查完后请点“读取正文”。")
        return ""
    services.take_body_from_upload(revision_id=revision.pk, upload_id=sent.pk, by=request.user)
    if typed["text"].strip():
        messages.info(request, "正文取自文件。您粘贴的文字没有采用，还留在下面的框里。")
    return str(typed["text"].strip())


@with_draft
@require_POST
def read_file(request: HttpRequest, revision: Revision, attachment_id: int) -> HttpResponse:
    """Read the body from a file that was still being checked when it came."""
    attachment = get_object_or_404(
        revision.attachments.filter(role=Attachment.Role.BODY), pk=attachment_id
    )
    attempt(
        request,
        lambda: services.take_body_from_upload(
            revision_id=revision.pk, upload_id=attachment.upload_id, by=request.user
        ),
    )
    return redirect("filings:body", revision.public_id)


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def article(request: HttpRequest, revision: Revision, anchor: str) -> HttpResponse:
    """Replace one article by what was typed for it; a refusal shows the typed words again.

    Who had to sign in again before it could be sent comes back to the form.
    """
    if request.method != "POST":
        page = reverse("filings:body", args=[revision.public_id])
        return redirect(f"{page}?edit={anchor}#{anchor}")
    form = TextForm(request.POST)
    form.full_clean()
    try:
        services.correct_article(
            revision_id=revision.pk,
            anchor=anchor,
            text=form.cleaned_data["text"],
            by=request.user,
            expected_version=_version(request),
        )
    except DomainError as refusal:
        form.add_error("text", refusal.sentence)
        revision.refresh_from_db()
        return _page(request, revision, BodyForm(), editing=anchor, corrected=form)
    return redirect(f"{reverse('filings:body', args=[revision.public_id])}#{anchor}")


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def whole_text(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Correct the whole text at once, in the text form that is also pasted."""
    if request.method == "POST":
        form = TextForm(request.POST)
        form.full_clean()
        try:
            services.take_body_from_text(
                revision_id=revision.pk,
                text=form.cleaned_data["text"],
                by=request.user,
                expected_version=_version(request),
            )
        except DomainError as refusal:
            form.add_error("text", refusal.sentence)
            revision.refresh_from_db()
        else:
            return redirect("filings:body", revision.public_id)
    else:
        form = TextForm(initial={"text": outline.to_text(block_rules.from_json(revision.blocks))})
    return render(request, "filings/whole_text.html", {"revision": revision, "form": form})


def _version(request: HttpRequest) -> int | None:
    given = request.POST.get("version", "")
    return int(given) if given.isdigit() else None


def _page(
    request: HttpRequest,
    revision: Revision,
    form: BodyForm,
    *,
    editing: str = "",
    corrected: TextForm | None = None,
) -> HttpResponse:
    blocks = block_rules.from_json(revision.blocks)
    remarks = open_remarks(revision)
    sources = list(
        revision.attachments.filter(role=Attachment.Role.BODY).select_related("upload__original")
    )
    if editing and corrected is None:
        text = outline.to_text(block_rules.article(blocks, editing), whole=False)
        corrected = TextForm(initial={"text": text}) if text else None
    return render(
        request,
        "filings/body.html",
        {
            "revision": revision,
            "form": form,
            "required": TRAITS[revision.filing.material].body_required,
            "steps": steps_of(revision),
            "step": "body",
            "next_url": next_url(revision, "body"),
            "summary": block_rules.summary(blocks),
            "passages": list(passages(blocks)),
            "editing": editing,
            "corrected": corrected,
            "homeless": corrected is not None and not block_rules.article(blocks, editing),
            "panel": panel_of(revision, "body"),
            "image_urls": image_urls(revision, blocks),
            "marks": model_clauses.marks(blocks),
            "remarks": shown_by_anchor(remarks),
            "sources": sources,
            "pages": [url for source in sources for url in page_urls(source.upload)],
        },
    )


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The blocks in groups that are corrected together: an article with its items."""
    group: list[tuple[str, Block]] = []
    for anchor, block in zip(block_rules.anchors(blocks), blocks, strict=True):
        if group and not anchor.startswith(f"{group[0][0]}-"):
            yield _passage(group)
            group = []
        group.append((anchor, block))
    if group:
        yield _passage(group)


def _passage(group: list[tuple[str, Block]]) -> Passage:
    anchor, block = group[0]
    return Passage(anchor, block.number or block.text[:12] or "这一段", group)


def image_urls(revision: Revision, blocks: Sequence[Block]) -> dict[str, str]:
    """The addresses of the pictures in a text, for who may see the version."""
    return {
        block.image: reverse("filings:body_image", args=[revision.public_id, block.image])
        for block in blocks
        if block.image
    }
