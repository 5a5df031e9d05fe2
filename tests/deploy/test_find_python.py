"""Finding a Python that is new enough, among names that promise and do not keep."""

import subprocess
import sys
from pathlib import Path

from deploy.local.virtualenv import ROOT

SCRIPT = ROOT / "deploy" / "local" / "find_python.sh"


def found(path: Path) -> str:
    done = subprocess.run(
        ["/bin/sh", SCRIPT], env={"PATH": str(path)}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_a_shim_with_nothing_behind_it_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "python3.11", "echo 'command not found' >&2; exit 127")
    put(tmp_path, "python3.12", f'exec {sys.executable} "$@"')

    assert found(tmp_path) == str(tmp_path / "python3.12")


def test_python3_will_do_when_it_is_new_enough(tmp_path: Path) -> None:
    put(tmp_path, "python3", f'exec {sys.executable} "$@"')

    assert found(tmp_path) == str(tmp_path / "python3")
