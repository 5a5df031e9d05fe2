"""Page previews (页面预览): one page of a clean PDF as a PNG, drawn by poppler in the child."""

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from filings.inspection import child
from filings.inspection.refusals import Unacceptable

WIDEST = 2400
_SECONDS = 30


def page_image(pdf_path: Path, page: int, width: int) -> bytes:
    """Page `page` (from 1) as a PNG of `width` pixels, at most `WIDEST`.

    Raises FileRefused when there is no such page or it cannot be drawn, CannotInspect when the
    child came to no answer.
    """
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        drawn = child.run(
            "page_image",
            name=pdf_path.name,
            seconds=_SECONDS,
            path=str(pdf_path.resolve()),
            page=page,
            width=max(1, min(width, WIDEST)),
            folder=str(Path(folder).resolve()),
        )
        return Path(drawn["image"]).read_bytes()


def draw_page(path: str, page: int, width: int, folder: str) -> dict[str, Any]:
    """The confined child's part of `page_image`."""
    target = Path(folder) / "page"
    command = [
        "pdftoppm", "-png", "-singlefile", "-f", str(page), "-l", str(page),
        "-scale-to-x", str(width), "-scale-to-y", "-1", path, str(target),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    image = target.with_suffix(".png")
    if result.returncode != 0 or not image.is_file():
        raise Unacceptable("no_preview", page=page)
    return {"image": str(image)}
