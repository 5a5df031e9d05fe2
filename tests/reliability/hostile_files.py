"""有害或畸形的文件：拒收并说明原因，或者重做成无害的副本

The files are made by `tests/filings/inspection/hostile.py`, each with the outcome expected of it.
"""

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.reliability import Figure

NAME = "hostile_files"


def run() -> Figure:
    from tests.filings.inspection.hostile import HOSTILE

    outcomes = Counter(outcome_of(*case) for case in HOSTILE.values())
    held = outcomes["refused"] + outcomes["rebuilt"]
    note = f"拒收 {outcomes['refused']}，重做 {outcomes['rebuilt']}"
    return Figure(held, len(HOSTILE), note)


def outcome_of(name: str, make: Callable[[], bytes], expected: str) -> str:
    """What became of one file: "refused" for the expected reason, "rebuilt" harmless, or a flaw."""
    from filings.inspection.inspecting import inspect
    from filings.inspection.refusals import FileRefused
    from tests.filings.inspection.test_hostile import harmful

    with tempfile.TemporaryDirectory() as folder:
        upload, into = Path(folder, "upload"), Path(folder, "clean")
        into.mkdir()
        upload.write_bytes(make())
        try:
            clean = inspect(upload, name, into=into).clean
        except FileRefused as refusal:
            return "refused" if refusal.code == expected else f"refused as {refusal.code}"
        harmless = expected == "rebuilt" and clean is not None and not harmful(clean)
        return "rebuilt" if harmless else "let through"
