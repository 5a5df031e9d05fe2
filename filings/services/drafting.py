"""Drafting: begin a document, save it, read its body from a file or text, correct, revise."""

import itertools
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from associations.models import User
from huanglong_portal.common import audit, blobs, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from ..documents import blocks as block_rules
from ..documents import text as outline
from ..documents.blocks import Block
from ..documents.reading import read
from ..inspection.kinds import picture_type
from ..materials import TRAITS
from ..models import Attachment, Filing, Revision, Round, Slot, Upload
from ..workflow import OPEN, State
from .locking import keep, lock_draft, require_filer, require_version

_READABLE = {Upload.FileKind.DOCX, Upload.FileKind.PDF}


@transaction.atomic
def begin_filing(*, slot_id: int, by: User, title: str = "") -> Revision:
    """Open a draft in a slot and return it.

    A material of which there is one document continues the document of earlier rounds and
    returns the draft that is already open; standards and cases begin a new document each time.
    Raises NotAllowed, Refused (round not open), Conflict (already in review).
    """
    slot = (
        Slot.objects.select_for_update(of=("self",))
        .select_related("round", "association")
        .get(pk=slot_id)
    )
    require_filer(by, slot)
    if slot.round.state != Round.State.OPEN:
        raise Refused("这次报送还没有开始或已经截止，不能新建材料。如需补报请致电民政局。")
    if not TRAITS[slot.material].several:
        filing = Filing.objects.filter(association=slot.association, material=slot.material).first()
        if filing:
            return _draft_of(filing, slot, by, Revision.ChangeKind.SUBSTANTIVE)
    filing = Filing.objects.create(
        association=slot.association,
        material=slot.material,
        title=title or _working_title(slot),
        created_at=dates.now(),
    )
    return _draft_of(filing, slot, by, Revision.ChangeKind.FIRST)


@transaction.atomic
def revise(
    *,
    filing_id: int,
    slot_id: int,
    by: User,
    change_kind: str = Revision.ChangeKind.SUBSTANTIVE,
) -> Revision:
    """A new draft of an existing document, beginning with the content of its last version.

    Returns the open draft if there is one. Raises NotAllowed, Conflict while a version is in
    review.
    """
    slot = Slot.objects.select_related("round", "association").get(pk=slot_id)
    require_filer(by, slot)
    filing = Filing.objects.select_for_update(of=("self",)).get(
        pk=filing_id, association=slot.association, material=slot.material
    )
    return _draft_of(filing, slot, by, Revision.ChangeKind(change_kind))


def _working_title(slot: Slot) -> str:
    """“某某行业协会自律规约”, until the document itself or the person says otherwise."""
    return f"{slot.association.name}{slot.get_material_display().removeprefix('行业')}"


def _draft_of(filing: Filing, slot: Slot, by: User, change_kind: str) -> Revision:
    latest = filing.revisions.order_by("-number").first()
    if latest and latest.state == State.DRAFT:
        return latest
    if latest and latest.state in OPEN:
        raise Conflict("上一版还在审核中，不能另起一版。如需修改，请先撤回。")
    late_ok = latest is not None and latest.state in (State.RETURNED, State.WITHDRAWN)
    if slot.round.state != Round.State.OPEN and not late_ok:
        raise Refused("这次报送已经截止。如需修改已审定的材料，请致电民政局。")
    number = (filing.revisions.aggregate(Max("number"))["number__max"] or 0) + 1
    moment = dates.now()
    draft = Revision.objects.create(
        filing=filing,
        slot=slot,
        number=number,
        change_kind=change_kind if latest else Revision.ChangeKind.FIRST,
        title=latest.title if latest else filing.title,
        fields=latest.fields if latest else {},
        blocks=latest.blocks if latest else [],
        body_source=latest.body_source if latest else "",
        warnings=latest.warnings if latest else [],
        created_by=by,
        created_at=moment,
        saved_at=moment,
        moved_at=moment,
    )
    if latest:
        Attachment.objects.bulk_create(
            Attachment(
                revision=draft,
                upload_id=old.upload_id,
                role=old.role,
                caption=old.caption,
                position=old.position,
                printed=old.printed,
            )
            for old in latest.attachments.in_order()
        )
    audit.record(
        "filings.begin_draft",
        actor=by,
        target=draft,
        association_id=slot.association_id,
        data={"filing": str(filing.public_id), "number": number},
    )
    return draft


@transaction.atomic
def save_draft(
    *,
    revision_id: int,
    by: User,
    title: str,
    fields: dict[str, Any],
    expected_version: int | None = None,
) -> Revision:
    """Save what was typed. Shape only is required of a draft; the rules speak at submission.

    Raises Conflict when another window or colleague saved since ``expected_version``.
    """
    draft = lock_draft(revision_id, by)
    require_version(draft, expected_version)
    draft.title = title.strip()[:200] or draft.title
    draft.fields = fields
    keep(draft)
    return draft


def take_body_from_upload(*, revision_id: int, upload_id: int, by: User) -> Revision:
    """Read the body out of an uploaded Word file or PDF and keep the file as its source.

    The file stays attached even where no text could be read (a scan proves the seal); the
    warnings then say what is missing. Reading may take seconds, so it comes before the
    transaction. Raises Refused for a kind of file that has no text.
    """
    upload = Upload.objects.select_related("original", "rebuilt").get(pk=upload_id)
    if upload.state != Upload.State.ACCEPTED or upload.file_kind not in _READABLE:
        raise Refused(
            "正文请上传 Word 文档（.docx）或 PDF，或者直接粘贴文字。图片可以作为附件上传。", "body"
        )
    with transaction.atomic():
        if upload.association_id != lock_draft(revision_id, by).filing.association_id:
            raise NotAllowed("这份文件属于另一个组织。")
    source = upload.original if upload.file_kind == Upload.FileKind.DOCX else upload.rebuilt
    reading = read(blobs.read_blob(source or upload.original), upload.file_kind, upload.name)
    for content in reading.images.values():
        blobs.store(content, picture_type(content))
    with transaction.atomic():
        draft = lock_draft(revision_id, by)
        _take_body(draft, reading.blocks, reading.warnings, upload.file_kind)
        draft.attachments.filter(role=Attachment.Role.BODY).delete()
        Attachment.objects.create(
            revision=draft,
            upload=upload,
            role=Attachment.Role.BODY,
            caption="正文原件",
            printed=False,
        )
    return draft


@transaction.atomic
def take_body_from_text(
    *, revision_id: int, text: str, by: User, expected_version: int | None = None
) -> Revision:
    """Read the body out of pasted text, or out of the whole body as the person corrected it."""
    draft = lock_draft(revision_id, by)
    require_version(draft, expected_version)
    source = draft.body_source or Revision.Source.PASTED
    read_back = outline.parse(text)
    _take_body(draft, read_back.blocks, read_back.warnings, source)
    return draft


@transaction.atomic
def correct_article(
    *, revision_id: int, anchor: str, text: str, by: User, expected_version: int | None = None
) -> Revision:
    """Replace one article (or other block) by what the person typed for it, in the text form of
    ``documents.text``; empty text removes it.

    Raises Conflict when the place is not there any more.
    """
    draft = lock_draft(revision_id, by)
    require_version(draft, expected_version)
    try:
        corrected = block_rules.replace_article(
            block_rules.from_json(draft.blocks),
            anchor,
            outline.parse(text, whole=False).blocks,
        )
    except KeyError as gone:
        raise Conflict(
            "正文已经变动，找不到这一处。请先复制您输入的文字，刷新页面后再修改。"
        ) from gone
    draft.blocks = block_rules.to_json(corrected)
    keep(draft)
    return draft


@transaction.atomic
def discard_draft(*, revision_id: int, by: User) -> None:
    """Throw a draft away; the filing goes with it unless something else hangs on it."""
    draft = lock_draft(revision_id, by)
    filing = draft.filing
    audit.record(
        "filings.discard_draft",
        actor=by,
        target=draft,
        association_id=filing.association_id,
        data={"title": draft.title, "number": draft.number},
    )
    draft.delete()
    kept = (filing.revisions, filing.finding_answers, filing.waivers)
    if not any(rows.exists() for rows in kept):
        filing.delete()


def _take_body(
    draft: Revision, body: Sequence[Block], warnings: Sequence[str], source: str
) -> None:
    draft.blocks = block_rules.to_json(body)
    draft.warnings = list(warnings)
    draft.body_source = source
    if draft.title == _working_title(draft.slot):
        draft.title = _own_title(body) or draft.title
    keep(draft)


def _own_title(body: Sequence[Block]) -> str:
    """The title that a document carries itself, its lines joined."""
    lines = itertools.takewhile(lambda block: block.type == "title", body)
    return "".join(block.text for block in lines)[:200]
