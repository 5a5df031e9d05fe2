"""`python -m deploy.local.check`: everything about the code that a machine can judge."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

STEPS = {
    "ruff": ["ruff", "check", "--quiet"],
    "ruff format": ["ruff", "format", "--check", "--quiet"],
    "djlint": ["djlint", "templates", "--lint", "--quiet"],
    "import-linter": ["lint-imports", "--no-cache"],
    "mypy": ["mypy"],
    "makemigrations --check": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "check --deploy": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}


def main() -> int:
    """Run every step, show what failed, and return how many did."""
    failed = [name for name, command in STEPS.items() if not passes(name, command)]
    if failed:
        print(f"\n检查未通过：{'、'.join(failed)}", flush=True)
    return len(failed)


def passes(name: str, command: list[str]) -> bool:
    """Run one step; its output is shown only when it fails."""
    with tempfile.TemporaryDirectory(prefix="huanglong-check-") as folder:
        environment = {**os.environ, "VAR_DIR": folder}
        if name == "check --deploy":
            # The example of production settings stays one that Django accepts without a warning.
            environment |= {"ENV_FILE": str(ROOT / ".env.example")}
        done = subprocess.run(
            [str(Path(sys.executable).parent / command[0]), *command[1:]],
            cwd=ROOT,
            env=environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    print(f"{'✓' if done.returncode == 0 else '✗'} {name}", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
