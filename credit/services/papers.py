"""Taking in the files that entries and dockets rest on."""

import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.base import File
from django.db import transaction

from associations.models import User
from filings.inspection.child import CannotInspect
from filings.inspection.inspecting import inspect
from huanglong_portal.common import audit, blobs, dates
from huanglong_portal.common.errors import Refused

from ..models import Paper

_CHUNK = 1024 * 1024
_LONGEST_NAME = 200


def keep_paper(*, association_id: int, content: BinaryIO | File, name: str, by: User) -> Paper:
    """Inspect a file in the confined child, keep the original and the clean copy, and return it.

    Who may attach it to what is asked by the door that uses it. Raises Refused, with the sentence
    of the inspection, at the field ``document``.
    """
    with tempfile.TemporaryDirectory(prefix="paper-") as folder:
        path = Path(folder) / "paper"
        _spool(content, path, name)
        try:
            report = inspect(path, name, into=Path(folder), field="document")
        except CannotInspect as down:
            raise Refused(
                f"“{name}”暂时无法检查，请稍后再上传。您已填写的内容都在。", "document"
            ) from down
        with path.open("rb") as stream:
            original = blobs.store(stream, report.media_type)
        copy = original
        if report.clean is not None:
            with report.clean.open("rb") as stream:
                copy = blobs.store(stream, report.media_type)
        with transaction.atomic():
            paper = Paper.objects.create(
                association_id=association_id,
                name=name.rsplit("/", 1)[-1][-_LONGEST_NAME:] or "未命名文件",
                file_kind=report.kind,
                original=original,
                copy=copy,
                pages=report.pages,
                kept_by=by,
                kept_at=dates.now(),
            )
            audit.record(
                "credit.keep_paper",
                actor=by,
                target=paper,
                association_id=association_id,
                data={"name": paper.name, "digest": original.digest},
            )
    return paper


def _spool(content: BinaryIO | File, path: Path, name: str) -> None:
    size = 0
    chunks = (
        content.chunks(_CHUNK)
        if isinstance(content, File)
        else iter(lambda: content.read(_CHUNK), b"")
    )
    with path.open("wb") as target:
        for chunk in chunks:
            size += len(chunk)
            if size > settings.UPLOAD_LIMIT_BYTES:
                limit = settings.UPLOAD_LIMIT_BYTES // 1024 // 1024
                raise Refused(f"“{name}”超过 {limit} MB，请压缩或分成几份。", "document")
            target.write(chunk)
