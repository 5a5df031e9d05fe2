"""Content-addressed storage: temp → fsync → content-named object → row, in that order.

A row without bytes cannot come to be, whatever is killed in between; bytes without a row are
swept up later.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, default_storage, storages

from . import dates
from .models import Blob

CHUNK = 1024 * 1024


def store(content: bytes | BinaryIO | Iterable[bytes], media_type: str) -> Blob:
    """Keep ``content`` and return its Blob; the same bytes are kept once.

    Memory stays flat whatever the size. Raises OSError (or the storage's own error) when the
    bytes could not be kept: then there is no row either.
    """
    with tempfile.NamedTemporaryFile(prefix="blob-", delete=False) as temporary:
        digest = hashlib.sha256()
        size = 0
        for chunk in _chunks(content):
            digest.update(chunk)
            size += len(chunk)
            temporary.write(chunk)
    path = Path(temporary.name)
    try:
        blob = Blob(
            digest=digest.hexdigest(), size=size, media_type=media_type, created_at=dates.now()
        )
        put(blob.digest, path)
    finally:
        path.unlink(missing_ok=True)
    kept, _ = Blob.objects.get_or_create(
        digest=blob.digest,
        defaults={"size": size, "media_type": media_type, "created_at": blob.created_at},
    )
    return kept


def open_blob(blob: Blob | str) -> File:
    """Open stored bytes for reading. Raises FileNotFoundError when storage has lost them."""
    digest = blob if isinstance(blob, str) else blob.digest
    return default_storage.open(Blob(digest=digest).key, "rb")


def read_blob(blob: Blob | str) -> bytes:
    """All bytes of a blob; only for things known to be small."""
    with open_blob(blob) as stream:
        return bytes(stream.read())


def copy_to(blob: Blob | str, path: Path) -> Path:
    """Write the bytes of a blob to ``path`` on this machine and return it."""
    with open_blob(blob) as source, path.open("wb") as target:
        for chunk in source.chunks(CHUNK):
            target.write(chunk)
    return path


def digest_of_stored(blob: Blob) -> str:
    """Hash the stored bytes again, for verification."""
    digest = hashlib.sha256()
    with open_blob(blob) as stream:
        for chunk in stream.chunks(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _chunks(content: bytes | BinaryIO | Iterable[bytes]) -> Iterable[bytes]:
    if isinstance(content, bytes):
        return (content,)
    if isinstance(content, File):
        return content.chunks(CHUNK)
    if hasattr(content, "read"):
        return iter(lambda: content.read(CHUNK), b"")
    return content


def put(digest: str, path: Path) -> None:
    """Place the file at ``path`` in storage under its digest, whole or not at all. No row."""
    key = Blob(digest=digest).key
    if isinstance(storages["default"], FileSystemStorage):
        _put_in_folder(Path(default_storage.path(key)), path)
    elif not default_storage.exists(key):
        with path.open("rb") as stream:
            default_storage.save(key, File(stream, name=key))


def _put_in_folder(target: Path, path: Path) -> None:
    """fsync, then an atomic rename: a reader sees the whole file or none."""
    if target.exists() and target.stat().st_size == path.stat().st_size:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".new-", delete=False) as copy:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    Path(copy.name).replace(target)
