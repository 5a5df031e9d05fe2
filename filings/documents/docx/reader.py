"""The door to Word files: a DOCX in, lines out."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from filings.documents.contents import contents_warning
from filings.documents.docx.body import BodyReader
from filings.documents.docx.context import Context
from filings.documents.docx.parts import Parts
from filings.documents.outline import Line
from filings.inspection.zipped import Container


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader found in a file, before it is put together: lines, pictures by digest,
    sentences about what was left out, and the words that were."""

    lines: list[Line]
    warnings: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)


def read_docx(file: Path | BinaryIO) -> Source:
    """Reads a Word document. Raises inspection.refusals.Unacceptable for a broken package."""
    with Container(file) as container:
        context = Context(Parts(container))
        lines = BodyReader(context).lines()
    losses = context.losses
    warnings = losses.warnings()
    if losses.contents_lines:
        warnings.append(contents_warning(losses.contents_lines))
    return Source(lines, warnings, losses.dropped, context.pictures.contents)
