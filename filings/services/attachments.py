"""Files: taken in, inspected, kept as original and rebuilt copy, put in their place."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.base import File
from django.db import transaction

from associations.models import Association, User
from huanglong_portal.common import audit, blobs, dates, outbox
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions
from ..inspection import ocr, office
from ..inspection.child import CannotInspect
from ..inspection.inspecting import Inspection, inspect
from ..models import Attachment, Upload
from .locking import lock_draft

_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
}
_CHUNK = 1024 * 1024


def upload(*, association_id: int, content: BinaryIO | File, name: str, by: User) -> Upload:
    """Take in one file for an organisation.

    The bytes go to a temporary file, are inspected there in a limited child process, stored, and
    only then written into the database. Raises Refused with a sentence that names the file and
    the remedy; a file that could not be inspected just now is kept as *unchecked* and tried again.
    """
    association = Association.objects.get(pk=association_id)
    if not permissions.may_file_for(by, association):
        raise NotAllowed("您没有为该组织上传文件的授权。")
    label = _label(name)
    with tempfile.TemporaryDirectory(prefix="upload-") as folder:
        path = Path(folder) / "upload"
        _spool(content, path, label)
        if association.uploads.count() >= settings.UPLOADS_PER_ASSOCIATION:
            raise Refused("本组织上传的文件数量已达上限，请致电民政局。", "file")
        try:
            report = inspect(path, label, into=Path(folder))
        except CannotInspect:
            report = None
        with path.open("rb") as stream:
            original = blobs.store(
                stream, report.media_type if report else "application/octet-stream"
            )
        values = _inspected(report) if report else {}
        with transaction.atomic():
            row = Upload.objects.create(
                association=association,
                name=label,
                original=original,
                uploaded_by=by,
                uploaded_at=dates.now(),
                **values,
            )
            audit.record(
                "filings.upload",
                actor=by,
                target=row,
                association_id=association.pk,
                data={"name": label, "digest": original.digest, "size": original.size},
            )
            if report is None:
                outbox.post(
                    "filings.inspect_upload",
                    {"upload_id": row.pk},
                    key=f"inspect:{row.pk}",
                    not_before=dates.now() + dt.timedelta(seconds=30),
                )
            _post_work_on_pages(row)
        return row


def inspect_again(*, upload_id: int) -> Upload:
    """Inspect an upload that could not be inspected when it came. Harmless when run twice."""
    row = Upload.objects.select_related("original").get(pk=upload_id)
    if row.state != Upload.State.UNCHECKED:
        return row
    with tempfile.TemporaryDirectory(prefix="inspect-") as folder:
        path = blobs.copy_to(row.original, Path(folder) / "upload")
        try:
            values = _inspected(inspect(path, row.name, into=Path(folder)))
        except Refused as refusal:
            values = {"state": Upload.State.REFUSED, "notes": [refusal.sentence]}
    with transaction.atomic():
        Upload.objects.filter(pk=row.pk, state=Upload.State.UNCHECKED).update(**values)
        row.refresh_from_db()
        audit.record(
            "filings.inspect_upload", actor=None, target=row, association_id=row.association_id
        )
        _post_work_on_pages(row)
    return row


def convert(*, upload_id: int) -> None:
    """Make the pages of an office file that are previewed and printed, where that is possible.

    Without LibreOffice the file stays as it is, and its note says so.
    """
    row = Upload.objects.select_related("original").get(pk=upload_id)
    if row.pages_blob_id is not None:
        return
    with tempfile.TemporaryDirectory(prefix="convert-") as folder:
        path = blobs.copy_to(row.original, Path(folder) / f"upload.{row.file_kind}")
        try:
            converted = office.to_pdf(path)
        except office.Unavailable as absent:
            note = str(absent)
            Upload.objects.filter(pk=row.pk).update(notes=[*row.notes, note])
            return
        with converted.path.open("rb") as stream:
            blob = blobs.store(stream, _MEDIA_TYPES["pdf"])
    Upload.objects.filter(pk=row.pk).update(pages_blob=blob, pages=converted.pages)


def read_scan(*, upload_id: int) -> None:
    """Give the pages of a scan or photo a searchable layer, where Tesseract is installed.

    Original and rebuilt copy stay, and so does everything where nothing can be read. Harmless
    when run twice: pages that are no longer the rebuilt copy were read before.
    """
    row = Upload.objects.get(pk=upload_id)
    if row.pages_blob_id is None or row.pages_blob_id != row.rebuilt_id:
        return
    with tempfile.TemporaryDirectory(prefix="read-scan-") as folder:
        path = blobs.copy_to(row.pages_blob_id, Path(folder) / f"pages.{row.file_kind}")
        try:
            layered = ocr.add_text_layer(path, Path(folder), kind=row.file_kind)
        except ocr.Unavailable:
            return
        if layered is None:
            return
        with layered.open("rb") as stream:
            blob = blobs.store(stream, _MEDIA_TYPES["pdf"])
    Upload.objects.filter(pk=row.pk, pages_blob=row.pages_blob_id).update(pages_blob=blob)


@transaction.atomic
def attach(
    *,
    revision_id: int,
    upload_id: int,
    by: User,
    role: str = Attachment.Role.EVIDENCE,
    caption: str = "",
    printed: bool = True,
) -> Attachment:
    """Put an uploaded file into a draft. Raises NotAllowed for another organisation's file."""
    draft = lock_draft(revision_id, by)
    row = Upload.objects.get(pk=upload_id)
    if row.association_id != draft.filing.association_id:
        raise NotAllowed("这份文件属于另一个组织。")
    position = draft.attachments.count() + 1
    attachment, _ = Attachment.objects.get_or_create(
        revision=draft,
        upload=row,
        role=Attachment.Role(role),
        defaults={"caption": caption.strip()[:200], "position": position, "printed": printed},
    )
    return attachment


@transaction.atomic
def describe_attachment(*, attachment_id: int, by: User, role: str, caption: str) -> Attachment:
    """Say anew what an attached file of a draft is for. Raises Conflict when the same file is
    already there in that role."""
    attachment = Attachment.objects.get(pk=attachment_id)
    draft = lock_draft(attachment.revision_id, by)
    same = draft.attachments.filter(upload=attachment.upload_id, role=role)
    if same.exclude(pk=attachment_id).exists():
        raise Conflict("同一份文件已经以这个用途上传过。")
    attachment.role = Attachment.Role(role)
    attachment.caption = caption.strip()[:200]
    attachment.save(update_fields=["role", "caption"])
    return attachment


@transaction.atomic
def detach(*, attachment_id: int, by: User) -> None:
    """Take a file out of a draft; the upload itself is kept."""
    attachment = Attachment.objects.get(pk=attachment_id)
    lock_draft(attachment.revision_id, by)
    attachment.delete()


def _spool(content: BinaryIO | File, path: Path, label: str) -> None:
    limit = settings.UPLOAD_LIMIT_BYTES
    size = 0
    chunks = (
        content.chunks(_CHUNK)
        if isinstance(content, File)
        else iter(lambda: content.read(_CHUNK), b"")
    )
    with path.open("wb") as target:
        for chunk in chunks:
            size += len(chunk)
            if size > limit:
                raise Refused(
                    f"“{label}”超过 {limit // 1024 // 1024} MB，不能上传。"
                    "扫描件请用 200 dpi 重新扫描，或者分成几份上传。",
                    "file",
                )
            target.write(chunk)


def _inspected(report: Inspection) -> dict[str, object]:
    clean = None
    if report.clean is not None:
        with report.clean.open("rb") as stream:
            clean = blobs.store(stream, _MEDIA_TYPES[report.kind])
    return {
        "file_kind": report.kind,
        "state": Upload.State.ACCEPTED,
        "rebuilt": clean,
        "pages_blob": clean if report.kind in ("pdf", "jpg", "png") else None,
        "pages": report.pages,
        "notes": list(report.warnings),
    }


def _post_work_on_pages(row: Upload) -> None:
    """Have an accepted file's pages made or made searchable behind the scenes."""
    if row.file_kind in (Upload.FileKind.DOCX, Upload.FileKind.XLSX):
        outbox.post("filings.convert_upload", {"upload_id": row.pk}, key=f"convert:{row.pk}")
    elif row.pages_blob_id is not None:
        outbox.post("filings.read_scan", {"upload_id": row.pk}, key=f"read-scan:{row.pk}")


def _label(name: str) -> str:
    """A name to show: last path part, no control or direction characters, never a key."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(
        c
        for c in last
        if c.isprintable() and c not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    return shown.strip()[-200:] or "未命名文件"
