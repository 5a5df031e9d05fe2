"""Backup and restore: every record as one JSON line, every stored object under its digest.

Independent of the database's make, so the same archive moves a portal from SQLite to PostgreSQL.
Records are read first, in one snapshot, then the objects: objects are never changed, so what the
records name is there.
"""

import datetime as dt
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.management import create_contenttypes
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, models, transaction

from . import audit, blobs, dates
from .errors import Refused
from .models import AuditEvent, Blob

RECORDS = "records.jsonl.gz"
MANIFEST = "manifest.json"
FORMAT = 1
_LEFT_OUT = {"contenttypes.contenttype", "auth.permission", "sessions.session", "admin.logentry"}
# Frozen together with their revision: they must be there before it is.
_FIRST = ("filings.attachment",)
Say = Callable[[str], None]


def backup(folder: Path, *, say: Say) -> dict[str, Any]:
    """Write an archive into ``folder`` (made if missing, must be empty); returns its manifest.

    Raises Refused when the folder holds something, OSError when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused(f"文件夹 {folder} 不是空的。请换一个空文件夹，以免盖掉原有的备份。")
    counts: Counter[str] = Counter()
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        head = AuditEvent.objects.order_by("-seq").values_list("hash", flat=True).first()
        digests = list(Blob.objects.values_list("digest", flat=True))
        with gzip.open(folder / RECORDS, "wt", encoding="utf-8") as lines:
            for record in _records():
                counts[record["model"]] += 1
                lines.write(json.dumps(record, ensure_ascii=False, default=_plain) + "\n")
    say(f"已写出 {counts.total()} 条记录，正在复制 {len(digests)} 个文件。")
    for digest in digests:
        target = folder / "blobs" / digest[:2] / digest
        target.parent.mkdir(parents=True, exist_ok=True)
        blobs.copy_to(digest, target)
    manifest = {
        "format": FORMAT,
        "made_at": dates.now().isoformat(),
        "counts": dict(sorted(counts.items())),
        "blobs": len(digests),
        "audit_head": head or audit.GENESIS,
        "records_sha256": _digest_of(folder / RECORDS),
    }
    # Written last: a folder with a manifest is a whole archive.
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2))
    return manifest


def restore(folder: Path, *, say: Say) -> dict[str, Any]:
    """Fill an empty, migrated portal from an archive and verify it; returns the manifest.

    Every object is hashed again before anything is written to the database; counts and the audit
    chain are compared inside the transaction, so a failed restore leaves the portal empty.
    Raises Refused with what is wrong.
    """
    manifest = _read_manifest(folder)
    users = apps.get_model("associations", "User")
    if users.objects.exists():
        raise Refused("这个门户里已经有数据。恢复只能写入刚建好的空门户。")
    say(f"正在核对并存入 {manifest['blobs']} 个文件。")
    _restore_blobs(folder, manifest)
    say("正在写入记录。")
    # Foreign keys are deferred to the end of the transaction, so the order of rows is free.
    with transaction.atomic():
        for model in _models():  # what the migrations seeded comes back from the archive
            model._base_manager.all()._raw_delete(connection.alias)
        counts = _load(folder)
        connection.check_constraints()
        if counts != manifest["counts"]:
            raise Refused("写入的记录数与备份不符，已全部撤回。")
        _reset_sequences()
        broken = next(audit.broken_links(), None)
        head = AuditEvent.objects.order_by("-seq").values_list("hash", flat=True).first()
        if broken or (head or audit.GENESIS) != manifest["audit_head"]:
            raise Refused("操作记录的摘要链与备份不符，已全部撤回。")
    for config in apps.get_app_configs():
        create_contenttypes(config, verbosity=0)
    return manifest


def _models() -> list[type[models.Model]]:
    """All models whose rows belong to the archive, those of ``_FIRST`` in front."""
    found = [
        model
        for model in apps.get_models()
        if model._meta.managed and model._meta.label_lower not in _LEFT_OUT
    ]
    return sorted(found, key=lambda model: model._meta.label_lower not in _FIRST)


def _records() -> Iterator[dict[str, Any]]:
    for model in _models():
        rows = model._base_manager.order_by("pk").iterator(chunk_size=500)
        for row in rows:
            yield serializers.serialize("python", [row])[0]


def _plain(value: object) -> str:
    """Times to the microsecond: Django's own encoder cuts them, and the audit chain would break."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def _load(folder: Path) -> dict[str, int]:
    counts: Counter[str] = Counter()
    with gzip.open(folder / RECORDS, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        for record in serializers.deserialize("python", records):
            record.save(force_insert=True)
            counts[record.object._meta.label_lower] += 1
    return dict(sorted(counts.items()))


def _restore_blobs(folder: Path, manifest: dict[str, Any]) -> None:
    paths = sorted((folder / "blobs").glob("*/*"))
    if len(paths) != manifest["blobs"]:
        raise Refused(f"备份应有 {manifest['blobs']} 个文件，实有 {len(paths)} 个。")
    for path in paths:
        if _digest_of(path) != path.name:
            raise Refused(f"备份中的文件 {path.name[:12]}… 内容已损坏。")
    for path in paths:
        blobs.put(path.name, path)


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.is_file():
        raise Refused(f"{folder} 里没有完整的备份（缺少 {MANIFEST}）。")
    manifest: dict[str, Any] = json.loads(path.read_text())
    if manifest.get("format") != FORMAT:
        raise Refused("这份备份的格式与本版本不符。")
    if _digest_of(folder / RECORDS) != manifest["records_sha256"]:
        raise Refused("备份中的记录文件已损坏。")
    return manifest


def _reset_sequences() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), _models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _digest_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
