"""Binding fifteen times the pages (about 20,000), against once: what large volumes cost.

The pieces lie in files, as in storage, and no two pages are alike. Each measurement runs in a
process of its own, so that its peak of memory is its own.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf

from compilations.typesetting.binding import bind
from compilations.typesetting.entries import Part
from compilations.typesetting.pagination import divide, division_names, end_of, paginate
from compilations.typesetting.sheets import Sheet
from tests.bench.compile_pairs import ENTRIES, book, pieces
from tests.bench.memory import peak_mib

TIMES = 15
PART_PAGES = 1500
ROUNDS = 5


@cache
def measured() -> dict[str, list[float]]:
    """Ratios of seconds per page and of peak memory, large to small, from interleaved rounds."""
    ratios: dict[str, list[float]] = {"seconds": [], "memory": []}
    with tempfile.TemporaryDirectory(prefix="huanglong-bench-pieces-") as name:
        folder = Path(name)
        _write_pieces(folder)
        for _ in range(ROUNDS):
            small = _in_own_process(folder, 1)
            large = _in_own_process(folder, TIMES)
            ratios["seconds"].append(
                large["seconds"] / large["pages"] / (small["seconds"] / small["pages"])
            )
            ratios["memory"].append(large["peak"] / small["peak"])
    return ratios


def _write_pieces(folder: Path) -> None:
    """Every piece in as many variants, each page's content different from all others."""
    for number, piece in enumerate(pieces()):
        for variant in range(TIMES):
            with pikepdf.open(io.BytesIO(piece.pdf)) as pdf:
                for at, page in enumerate(pdf.pages):
                    mark = f"\n% {variant} {number} {at}\n".encode()
                    page.obj.Contents = pdf.make_stream(page.Contents.read_bytes() + mark)
                pdf.save(folder / f"{variant}-{number}-{piece.pages}.pdf")


def _in_own_process(folder: Path, times: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.compile_large", str(folder), str(times)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ,
    )
    return json.loads(done.stdout)


def bind_all(folder: Path, times: int) -> dict[str, float]:
    """Bind all pieces of so many variants, divided into books as a volume would be."""
    chapters = []
    for variant in range(times):
        found = sorted(
            folder.glob(f"{variant}-*.pdf"), key=lambda path: int(path.name.split("-")[1])
        )
        plain = book([Sheet(b"", int(path.stem.split("-")[2])) for path in found]).chapters
        for chapter, path in zip(plain, found, strict=True):
            (part,) = chapter.documents
            chapters.append(
                replace(chapter, documents=(Part(part.title, part.pages, path.read_bytes),))
            )
    whole = book([Sheet(b"", 1)] * ENTRIES)
    started = time.perf_counter()
    first_page, pages = 1, 0
    divided = divide(chapters, PART_PAGES)
    with tempfile.TemporaryDirectory() as target:
        for name, some in zip(division_names(len(divided)), divided, strict=True):
            volume = replace(
                whole,
                chapters=tuple(some),
                first_page=first_page,
                imprint=replace(whole.imprint, division=name),
            )
            path = Path(target) / "book.pdf"
            pages += bind(volume, path).pages
            path.unlink()
            first_page = end_of(paginate(some, first_page=first_page), first_page)
            first_page += 1 - first_page % 2
    seconds = time.perf_counter() - started
    return {"seconds": seconds, "pages": pages, "peak": peak_mib()}


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(bind_all(Path(sys.argv[1]), int(sys.argv[2]))))
