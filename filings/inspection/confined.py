"""The confined child process (受限子进程): where strangers' files are opened.

Started by `child.run` as a script of its own. It gives up memory, processor time, file size,
open files and the network before it imports anything that parses, runs one job from a short
list, and leaves its answer as JSON in the working folder.
"""

import contextlib
import ctypes
import importlib
import json
import os
import resource
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
QUESTION, ANSWER = "question.json", "answer.json"

MEMORY = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 10
LARGEST_WRITTEN = 256 * 1024 * 1024
OPEN_FILES = 128

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000

# job → function; nothing else can be asked for
JOBS = {
    "office": "filings.inspection.office_files:inspect_office",
    "photo": "filings.inspection.photos:inspect_photo",
    "pdf": "filings.inspection.pdf_files:inspect_pdf",
    "office_pages": "filings.inspection.office:convert",
    "page_image": "filings.inspection.previews:draw_page",
    "scan_text": "filings.inspection.ocr:read_pages",
    "read": "filings.documents.extraction:read_file",
}


def confine(seconds: int, memory: int) -> None:
    """Gives up what a parser does not need. What the system does not allow is left as it is."""
    limits = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_FSIZE: (LARGEST_WRITTEN, LARGEST_WRITTEN),
        resource.RLIMIT_NOFILE: (OPEN_FILES, OPEN_FILES),
        resource.RLIMIT_CORE: (0, 0),
    }
    for limit, values in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, values)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def answer(job: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Runs one job and says how it ended: {"done"}, {"refused", "facts"} or {"failed"}."""
    from filings.inspection.refusals import Unacceptable

    module, _, function = JOBS[job].partition(":")
    try:
        return {"done": getattr(importlib.import_module(module), function)(**arguments)}
    except Unacceptable as refusal:
        return {"refused": refusal.code, "facts": refusal.facts}
    except MemoryError:
        return {"failed": "memory"}
    except RecursionError:
        return {"failed": "recursion"}


def main() -> None:
    """Entry point: `confined.py JOB SECONDS MEMORY`, arguments and answer in the working folder."""
    job, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    arguments = json.loads(Path(QUESTION).read_text(encoding="utf-8"))
    os.dup2(2, 1)  # what a library prints is no answer
    sys.path[0] = str(ROOT)
    # the kernel's pure files are needed, Django and Celery, which the package starts, are not
    package = ModuleType("huanglong_portal")
    package.__path__ = [str(ROOT / "huanglong_portal")]
    sys.modules["huanglong_portal"] = package
    confine(seconds, memory)
    Path(ANSWER).write_text(json.dumps(answer(job, arguments)), encoding="utf-8")


if __name__ == "__main__":
    main()
