"""From what a reader found to blocks (提取): the confined child's part of reading a document."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filings.documents.blocks import Block, to_json
from filings.documents.contents import find_paper_lines
from filings.documents.gaps import numbering_gaps
from filings.documents.outline import Outline, assemble
from filings.documents.source import Source

_NO_LINE = "□。"  # stands for a table or picture where only text is looked at
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


def read_file(path: str, kind: str, pictures: str) -> dict[str, Any]:
    """Reads a DOCX or PDF; pictures are left as files in the folder `pictures`.

    Raises inspection Unacceptable for a file that is broken or dangerous.
    """
    reading = put_together(_source(Path(path), kind))
    for digest, content in reading.images.items():
        (Path(pictures) / digest).write_bytes(content)
    return {
        "blocks": to_json(reading.blocks),
        "warnings": reading.warnings,
        "images": list(reading.images),
        "dropped": reading.dropped,
    }


def _source(path: Path, kind: str) -> Source:
    """Only the reader that is needed is loaded: the child lives for one file."""
    if kind == "docx":
        from filings.documents.docx.reader import read_docx

        return read_docx(path)
    if kind == "pdf":
        from filings.documents.pdf.reader import read_pdf

        return read_pdf(path)
    raise ValueError(f"no reader for {kind!r}")


def put_together(source: Source) -> Reading:
    """Blocks from what a reader found; contents tables and page numbers are left out."""
    texts = [_NO_LINE if line.block is not None else line.text for line in source.lines]
    paper = find_paper_lines(texts)
    outline = assemble(line for index, line in enumerate(source.lines) if index not in paper)
    return Reading(
        outline.blocks,
        all_warnings(outline, [*source.warnings, *paper.warnings]),
        source.images,
        [*source.dropped, *paper.dropped, *outline.dropped],
    )


def all_warnings(outline: Outline, warnings: list[str]) -> list[str]:
    """What is said of a document, gaps in the numbering first."""
    if not any(block.type != "image" for block in outline.blocks) and not warnings:
        warnings = [_NOTHING]
    return [*numbering_gaps(outline.blocks), *warnings, *outline.warnings]
