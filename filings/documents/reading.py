"""The door to documents (读取文件): a file in, blocks and warnings out."""

import tempfile
from pathlib import Path

from filings.documents.blocks import from_json
from filings.documents.encodings import decoded
from filings.documents.extraction import Reading, all_warnings
from filings.documents.text import parse
from filings.inspection import child, kinds
from filings.inspection.refusals import LARGEST_FILE, FileRefused, shown_size

__all__ = ["TXT", "Reading", "read"]

TXT = "txt"
_LARGEST_TEXT = 5 * 1024 * 1024
_PROCESSOR_SECONDS = 30

_AS_ATTACHMENT = {
    kinds.XLSX: "Excel 表格只能作为附件；正文请上传 Word 文件，或把文字粘贴进来",
    kinds.JPG: "这是图片，读不出文字，请补充 Word 文本；图片作为签章凭证保留",
    kinds.PNG: "这是图片，读不出文字，请补充 Word 文本；图片作为签章凭证保留",
}


def read(data: bytes | Path, kind: str, name: str = "上传的文件") -> Reading:
    """Reads a document of `kind` (docx, pdf, txt; the others have no text to read).

    DOCX and PDF are opened in the confined child. Raises inspection FileRefused for a file that
    cannot be accepted and CannotInspect when the child came to no answer.
    """
    if kind in _AS_ATTACHMENT:
        return Reading([], [_AS_ATTACHMENT[kind]])
    if kind == TXT:
        return _read_text(data if isinstance(data, bytes) else data.read_bytes(), name)
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        path = data.resolve() if isinstance(data, Path) else Path(folder) / f"document.{kind}"
        if isinstance(data, bytes):
            path.write_bytes(data)
        return _read_confined(path, kind, name, Path(folder))


def _read_text(content: bytes, name: str) -> Reading:
    if len(content) > _LARGEST_TEXT:
        raise FileRefused("text_too_long", name, size=shown_size(len(content)))
    outline = parse(decoded(content))
    return Reading(outline.blocks, all_warnings(outline, []), {}, outline.dropped)


def _read_confined(path: Path, kind: str, name: str, folder: Path) -> Reading:
    if path.stat().st_size > LARGEST_FILE:
        raise FileRefused("too_large", name, size=shown_size(path.stat().st_size))
    found = child.run(
        "read",
        name=name,
        seconds=_PROCESSOR_SECONDS,
        path=str(path),
        kind=kind,
        pictures=str(folder.resolve()),
    )
    return Reading(
        from_json(found["blocks"]),
        list(found["warnings"]),
        {digest: (folder / digest).read_bytes() for digest in found["images"]},
        list(found["dropped"]),
    )
