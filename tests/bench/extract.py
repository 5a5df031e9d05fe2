"""Reading a Word file of 300 articles into blocks ÷ walking it with python-docx.

The walk opens the file and takes the text of every paragraph and cell; it asks for no styles, which
makes it far slower, and knows nothing of articles, automatic numbers or revisions. The confined
child in which files of strangers are read costs the start of a process more; the report says it.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

from filings.documents.blocks import summary
from filings.documents.docx.reader import read_docx
from filings.documents.extraction import put_together
from filings.documents.reading import read
from tests.bench.long_documents import convention, word_file

NAME = "extract"
BAR = 1.5
ROUNDS = 9

_seconds: dict[str, list[float]] = {"reading": [], "reading in the child": [], "python-docx": []}


def rounds() -> list[float]:
    """The ways in turn, on the same file."""
    with tempfile.TemporaryDirectory(dir=os.environ["VAR_DIR"]) as folder:
        path = Path(folder, "规约.docx")
        path.write_bytes(word_file(convention()))
        assert summary(read(path, "docx").blocks) == "读到 30 章 300 条，1 个表格"
        for _ in range(ROUNDS):
            _seconds["reading"].append(seconds(lambda: put_together(read_docx(path))))
            _seconds["reading in the child"].append(seconds(lambda: read(path, "docx")))
            _seconds["python-docx"].append(seconds(lambda: walk(path)))
    return [
        ours / theirs
        for ours, theirs in zip(_seconds["reading"], _seconds["python-docx"], strict=True)
    ]


def report() -> str:
    """How long each takes, for orientation."""
    return "  " + ", ".join(f"{way}: {min(took) * 1000:.0f} ms" for way, took in _seconds.items())


def walk(path: Path) -> list[str]:
    """All text that python-docx finds."""
    document = docx.Document(str(path))
    found = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        found += [cell.text for row in table.rows for cell in row.cells]
    return found


def seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
