"""The door to Word files: a DOCX in, lines out."""

from pathlib import Path
from typing import BinaryIO

from filings.documents.contents import contents_warning
from filings.documents.docx.body import BodyReader
from filings.documents.docx.context import Context
from filings.documents.docx.parts import Parts
from filings.documents.source import Source
from filings.inspection.zipped import Container


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
