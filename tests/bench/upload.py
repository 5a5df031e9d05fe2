"""Taking in a scan of 50 MB through the upload service ÷ copying the same file to the same disk.

The service inspects and rebuilds the file in a confined child, hashes it, stores the original and
the clean copy, each forced to disk, and writes the trail; the copy is forced to disk too.
"""

import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import img2pdf
from PIL import Image

NAME = "upload"
BAR = 40.0
ROUNDS = 5
SIZE = 48 * 1024 * 1024
A4_AT_200_DPI = (1654, 2339)

_memory: list[dict[str, float]] = []


def rounds() -> list[float]:
    """One upload and one copy in turn, each time a file that storage has not seen."""
    association, person = somebody_who_files()
    pages = [scanned_page(seed) for seed in range(8)]
    ratios = []
    with tempfile.TemporaryDirectory(dir=os.environ["VAR_DIR"]) as folder:
        for number in range(ROUNDS):
            path = Path(folder, f"扫描件{number}.pdf")
            path.write_bytes(scan_of_full_size([scanned_page(100 + number), *pages]))
            copied = seconds_to_copy(path)
            _memory.append(uploaded_in_a_clean_process(path, association, person))
            ratios.append(_memory[-1]["seconds"] / copied)
            path.unlink()
    return ratios


def report() -> str:
    """Peak of memory while taking in the file, above what the idle process holds."""
    grown = max(round_["grown"] for round_ in _memory)
    child = max(round_["child"] for round_ in _memory)
    return f"  memory: web process +{grown:.0f} MiB, confined child {child:.0f} MiB at its peak"


def seconds_to_copy(path: Path) -> float:
    started = time.perf_counter()
    copy = path.with_suffix(".copy")
    with path.open("rb") as source, copy.open("wb") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)
        target.flush()
        os.fsync(target.fileno())
    took = time.perf_counter() - started
    copy.unlink()
    return took


def uploaded_in_a_clean_process(path: Path, association: int, person: int) -> dict[str, float]:
    """Upload in a process started for it, so that the memory seen is its own."""
    command = [sys.executable, "-m", "tests.bench.upload", str(path), str(association), str(person)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def take_in(path: Path, association: int, person: int) -> dict[str, float]:
    """What the clean process does."""
    import django

    django.setup()
    from associations.models import User
    from filings import services
    from tests.bench.memory import peak_mib

    by = User.objects.get(pk=person)
    before = peak_mib()
    started = time.perf_counter()
    with path.open("rb") as content:
        upload = services.upload(association_id=association, content=content, name=path.name, by=by)
    took = time.perf_counter() - started
    assert upload.state == "accepted", upload.state
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": took, "grown": peak_mib() - before, "child": child}


def scanned_page(seed: int) -> bytes:
    """One page as a scanner leaves it: a JPEG that compresses badly."""
    noise = Random(seed).randbytes(A4_AT_200_DPI[0] * A4_AT_200_DPI[1])
    picture = Image.frombytes("L", A4_AT_200_DPI, noise)
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=85, dpi=(200, 200))
    return content.getvalue()


def scan_of_full_size(pages: list[bytes]) -> bytes:
    """A PDF of about 48 MB: the first page is new, the others are repeated."""
    size, chosen = 0, []
    while size + len(pages[0]) < SIZE:
        chosen.append(pages[len(chosen) % len(pages)])
        size += len(chosen[-1])
    return bytes(img2pdf.convert(chosen))


def somebody_who_files() -> tuple[int, int]:
    """An admitted organisation and a person with a mandate for it."""
    from associations.models import Association, Mandate, User

    association = Association.objects.create(
        name="演示食品行业协会",
        credit_code="51410902XN0000001X",
        kind="society",
        is_trade_association=True,
        state=Association.State.ADMITTED,
        is_demo=True,
    )
    person = User.objects.create_user(username="filer", name="王某")
    Mandate.objects.create(user=person, association=association, role=Mandate.Role.HANDLER)
    return association.pk, person.pk


if __name__ == "__main__":
    print(json.dumps(take_in(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
