"""The door of inspection (文件检查入口): one function, for every kind of upload."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from filings.inspection import child, kinds
from filings.inspection.child import CannotInspect
from filings.inspection.old_word import old_word_pages
from filings.inspection.refusals import (
    LARGEST_FILE,
    FileRefused,
    Unacceptable,
    shown_size,
)
from huanglong_portal.common.errors import DomainError

__all__ = ["CannotInspect", "FileRefused", "Inspection", "check_size", "check_type", "inspect"]

_PROCESSOR_SECONDS = 20  # a large honest picture takes five on a slow machine
_JOBS = {kinds.PDF: "pdf", kinds.JPG: "photo", kinds.PNG: "photo", kinds.OFFICE: "office"}


@dataclass(frozen=True, slots=True)
class Inspection:
    """An accepted file.

    `clean` is the copy to show and pass on; None means that nothing had to be taken out and the
    original may be passed on itself (DOCX and XLSX only). `pages` is None where a page has no
    meaning before the file is laid out.
    """

    kind: str
    media_type: str
    pages: int | None
    warnings: tuple[str, ...]
    clean: Path | None


def check_size(size: int, name: str, field: str = "") -> None:
    """Refuses an empty or a too large file; may be asked before the file has arrived."""
    if size == 0:
        raise FileRefused("empty", name, field)
    if size > LARGEST_FILE:
        raise FileRefused("too_large", name, field, size=shown_size(size))


def check_type(file: BinaryIO, name: str, field: str = "") -> str:
    """The type told by the first bytes: one of `kinds`. Cheap: nothing is parsed.

    Raises FileRefused for a file that can never be accepted, such as a program, a web page, an
    old .doc or an encrypted document.
    """
    file.seek(0)
    head = file.read(kinds.HEAD_LENGTH)
    try:
        if kinds.is_ole(head):
            raise Unacceptable(kinds.ole_code(head + file.read()))
        return kinds.sniff(head)
    except Unacceptable as refusal:
        raise FileRefused(refusal.code, name, field, **refusal.facts) from None


def inspect(path: Path, name: str, *, into: Path | None = None, field: str = "") -> Inspection:
    """Inspects the file at `path`, called `name` by its sender.

    A clean copy, where one is needed, is written into the folder `into`, by default beside the
    file. Raises FileRefused with a sentence for the sender, or CannotInspect when no verdict was
    reached.
    """
    into = path.parent if into is None else into
    check_size(path.stat().st_size, name, field)
    if (converted := old_word_pages(path, name, into)) is not None:
        return Inspection(
            kind=kinds.PDF,
            media_type=kinds.MEDIA_TYPES[kinds.PDF],
            pages=converted.pages,
            warnings=("旧版 Word 文件已转换成 PDF 页面，请核对版面；原件照样保存",),
            clean=converted.path,
        )
    with path.open("rb") as file:
        kind = check_type(file, name, field)
    clean = into / f"clean.{kind}"
    arguments: dict[str, Any] = {"path": str(path.resolve()), "clean": str(clean.resolve())}
    if _JOBS[kind] == "photo":
        arguments["kind"] = kind
    try:
        found = child.run(_JOBS[kind], name=name, seconds=_PROCESSOR_SECONDS, **arguments)
    except DomainError as error:  # refused, or no verdict
        error.field = field
        raise
    kind = found["kind"]
    if found.get("cleaned", True):
        clean = Path(shutil.move(clean, into / f"clean.{kind}"))
    else:
        clean.unlink(missing_ok=True)
    mismatch = kinds.extension_mismatch(name, kind)
    return Inspection(
        kind=kind,
        media_type=kinds.MEDIA_TYPES[kind],
        pages=found.get("pages"),
        warnings=tuple(filter(None, [mismatch, *found["warnings"]])),
        clean=clean if found.get("cleaned", True) else None,
    )
