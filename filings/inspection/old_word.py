"""Old Word files (.doc, .wps): accepted as pages where LibreOffice can make them.

A .docx that is really a .doc is not converted in secret: its sender is told how to save it.
"""

import shutil
from pathlib import Path

from filings.inspection import kinds, office

_EXTENSIONS = (".doc", ".wps")


def old_word_pages(path: Path, name: str, into: Path) -> office.Converted | None:
    """The pages of an old Word file; None for every other file, or when none can be made."""
    if not name.lower().endswith(_EXTENSIONS):
        return None
    with path.open("rb") as file:
        head = file.read(kinds.HEAD_LENGTH)
        if not kinds.is_ole(head) or kinds.ole_code(head + file.read()) != "old_word":
            return None
    document = into / "old.doc"  # LibreOffice chooses its reader by the name
    shutil.copyfile(path, document)
    try:
        return office.to_pdf(document)
    except office.Unavailable:
        return None
    finally:
        document.unlink()
