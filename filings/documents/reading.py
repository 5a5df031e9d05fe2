"""The door to documents (读取文件): a file in, blocks and warnings out."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filings.documents.blocks import Block, from_json, to_json
from filings.documents.contents import find_paper_lines
from filings.documents.encodings import decoded
from filings.documents.gaps import numbering_gaps
from filings.documents.outline import Outline, assemble
from filings.documents.source import Source
from filings.documents.text import parse
from filings.inspection import kinds
from filings.inspection.refusals import LARGEST_FILE, FileRefused, shown_size

TXT = "txt"
_LARGEST_TEXT = 5 * 1024 * 1024
_PROCESSOR_SECONDS = 30
_NO_LINE = "□。"  # stands for a table or picture where only text is looked at

_AS_ATTACHMENT = {
    kinds.XLSX: "Excel 表格只能作为附件；正文请上传 Word 文件，或把文字粘贴进来",
    kinds.JPG: "这是图片，读不出文字，请补充 Word 文本；图片作为签章凭证保留",
    kinds.PNG: "这是图片，读不出文字，请补充 Word 文本；图片作为签章凭证保留",
}
_NOTHING = "没有从文件里读到文字，请检查文件，或把正文粘贴进来"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: blocks, warnings in words, pictures by digest (PNG or JPEG).

    `dropped` are the words that were left out on purpose – contents table, page numbers, deleted
    revisions –, each spoken of in a warning.
    """

    blocks: list[Block]
    warnings: list[str] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)


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
    return Reading(outline.blocks, _all_warnings(outline, []), {}, outline.dropped)


def _read_confined(path: Path, kind: str, name: str, folder: Path) -> Reading:
    from filings.inspection import child

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


def read_file(path: str, kind: str, pictures: str) -> dict[str, Any]:
    """The confined child's part of `read`: pictures are left as files in the folder `pictures`."""
    source = _source(Path(path), kind)
    reading = put_together(source)
    for digest, content in reading.images.items():
        (Path(pictures) / digest).write_bytes(content)
    return {
        "blocks": to_json(reading.blocks),
        "warnings": reading.warnings,
        "images": list(reading.images),
        "dropped": reading.dropped,
    }


def _source(path: Path, kind: str) -> Source:
    if kind == kinds.DOCX:
        from filings.documents.docx.reader import read_docx

        return read_docx(path)
    if kind == kinds.PDF:
        from filings.documents.pdf.reader import read_pdf

        return read_pdf(path)
    raise ValueError(f"no reader for {kind!r}")


def put_together(source: Source) -> Reading:
    """Blocks from what a reader found; contents tables and page numbers are left out."""
    texts = [_NO_LINE if line.block is not None else line.text for line in source.lines]
    paper = find_paper_lines(texts)
    outline = assemble(line for index, line in enumerate(source.lines) if index not in paper)
    warnings = _all_warnings(outline, [*source.warnings, *paper.warnings])
    return Reading(
        outline.blocks,
        warnings,
        source.images,
        [*source.dropped, *paper.dropped, *outline.dropped],
    )


def _all_warnings(outline: Outline, warnings: list[str]) -> list[str]:
    if not any(block.type != "image" for block in outline.blocks) and not warnings:
        warnings = [_NOTHING]
    return [*numbering_gaps(outline.blocks), *warnings, *outline.warnings]
