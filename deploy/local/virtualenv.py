"""The project's own Python environment in .venv, brought up to date only when needed."""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"
REQUIREMENTS = {
    "run": ("requirements.txt",),
    "test": ("requirements.txt", "requirements-dev.txt"),
}

SERVES = {"run": ("run",), "test": ("run", "test")}


def bring_up_to_date(purpose: str) -> None:
    """Make .venv if there is none and install what `purpose` ("run" or "test") asks for.

    The digest of the requirements is kept beside the environment: the same digest, nothing to do.
    Raises subprocess.CalledProcessError when pip fails; pip has then said why.
    """
    wanted = digest(purpose)
    if PYTHON.exists() and wanted in kept():
        return
    if not PYTHON.exists():
        print("  正在建立 Python 虚拟环境……", flush=True)
        venv.create(FOLDER, with_pip=True, clear=FOLDER.exists())
    print("  正在安装 Python 依赖（首次约需一两分钟）……", flush=True)
    subprocess.run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        + ["--requirement", str(ROOT / REQUIREMENTS[purpose][-1])],
        check=True,
    )
    stamp().write_text("\n".join(digest(name) for name in SERVES[purpose]))


def digest(purpose: str) -> str:
    """Changes when a requirements file does, or the Python that the environment is made with."""
    content = b"".join((ROOT / name).read_bytes() for name in REQUIREMENTS[purpose])
    return hashlib.sha256(sys.version.encode() + content).hexdigest()


def stamp() -> Path:
    return FOLDER / "installed"


def kept() -> list[str]:
    return stamp().read_text().split() if stamp().exists() else []
