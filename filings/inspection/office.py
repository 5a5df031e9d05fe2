"""Office files to PDF pages through LibreOffice (转换成页面), where it is installed.

LibreOffice runs in the confined child, without network and with a profile of its own that is
thrown away; what it makes is inspected like any other PDF.
"""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filings.inspection import child
from filings.inspection.child import CannotInspect
from filings.inspection.refusals import FileRefused, Unacceptable

_PROCESSOR_SECONDS = 90
_WALL_SECONDS = 180
_MEMORY = 6 * 1024 * 1024 * 1024  # address space, of which little is used
_ATTEMPTS = 2  # with a fresh profile the first start may end without doing anything
_NAMES = ("soffice", "libreoffice")


class Unavailable(Exception):
    """LibreOffice is not installed, or could not convert this file; the text says which."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The PDF beside the office file and its number of pages."""

    path: Path
    pages: int


def to_pdf(path: Path) -> Converted:
    """Converts the office file at `path`, which must have been inspected; raises Unavailable."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise Unavailable(
            "平台没有安装 LibreOffice，不能把这份文件转成页面。读出的正文不受影响；"
            "要作为附件编入汇编的，请另附 PDF。"
        )
    target = path.with_name(f"{path.stem}.pages.pdf")
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        raw = str(Path(folder).resolve() / "raw.pdf")
        try:
            child.run(
                "office_pages",
                name=path.name,
                seconds=_PROCESSOR_SECONDS,
                wall_seconds=_WALL_SECONDS,
                memory=_MEMORY,
                program=program,
                path=str(path.resolve()),
                target=raw,
            )
            found = child.run("pdf", name=path.name, path=raw, clean=str(target.resolve()))
        except (FileRefused, CannotInspect):
            raise Unavailable("这份文件没能转换成页面，请另附 PDF。") from None
    return Converted(target, int(found["pages"]))


def convert(program: str, path: str, target: str) -> dict[str, Any]:
    """The confined child's part of `to_pdf`: runs LibreOffice in the working folder."""
    command = [
        program, f"-env:UserInstallation={Path.cwd().as_uri()}/profile", "--headless",
        "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", "out", path,
    ]  # fmt: skip
    made = Path("out") / f"{Path(path).stem}.pdf"
    for _ in range(_ATTEMPTS):
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        if made.is_file():
            shutil.move(made, target)
            return {}
    raise Unacceptable("damaged")
