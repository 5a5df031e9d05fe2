"""Office files to PDF pages through LibreOffice, where it is installed."""

from dataclasses import dataclass
from pathlib import Path


class Unavailable(Exception):
    """LibreOffice is not installed, or could not convert this file; the text says which."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The PDF beside the office file and its number of pages."""

    path: Path
    pages: int


def to_pdf(path: Path) -> Converted:
    """Convert the office file at ``path``; raises Unavailable."""
    raise Unavailable("本机没有安装 LibreOffice，这份文件不能预览和编入汇编，请另附 PDF。")
