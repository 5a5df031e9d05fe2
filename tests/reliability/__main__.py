"""`python -m tests.reliability [NAME …]`: measure on both sets of services, say what was found.

All figures together go into docs/reliability.md and var/reliability.json.
"""

import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.local.run_tests import bare_environment
from deploy.local.services import running_services
from huanglong_portal.local.announcement import table
from tests.reliability import Figure

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reliability.md"
RECORD = ROOT / "var" / "reliability.json"

HEAD = """# 可靠性数据

由 `make reliability` 测得并写入本页，请勿手工修改。“守住”是没有出错的次数，“尝试”是总次数；
一次也没有失败时，仍不能说永不失败：“上限”是出错率的 95% 上限（3/n）。

| 保证 | 在哪里 | 守住 / 尝试 | 上限 | 怎样测的 |
|---|---|---|---|---|
"""

Measured = dict[tuple[str, str], tuple[str, Figure]]  # (name, where) → (promise, figure)


def main(names: Sequence[str]) -> int:
    """Measure the named figures, or all; the exit status says whether every one holds."""
    measured: Measured = {}
    measured |= measure("SQLite", bare_environment(), names)
    with running_services() as services:
        environment = bare_environment() | services.environment
        measured |= measure("PostgreSQL", environment, names)
    if not measured:
        print(f"没有这样的数据：{'、'.join(names)}", file=sys.stderr)
        return 2
    rows = [
        [name, where, f"{figure.held}/{figure.tried}", "✓ 守住" if figure.holds else "✗ 没有守住"]
        for (name, where), (_, figure) in sorted(measured.items())
    ]
    print("\n" + table(["数据", "在哪里", "守住/尝试", "结果"], rows))
    if not names:
        write(measured)
    return int(not all(figure.holds for _, figure in measured.values()))


def measure(where: str, environment: Mapping[str, str], names: Sequence[str]) -> Measured:
    """The figures of one set of services, measured in a process of its own."""
    print(f"{where}：", flush=True)
    with tempfile.TemporaryDirectory(prefix="huanglong-reliability-") as folder:
        result = Path(folder, "result.json")
        command = [sys.executable, "-m", "tests.reliability.measure", str(result), *names]
        subprocess.run(command, cwd=ROOT, env=dict(environment), check=True)
        found = json.loads(result.read_text(encoding="utf-8"))
    return {
        (name, where): (values.pop("promise"), Figure(**values)) for name, values in found.items()
    }


def write(measured: Measured) -> None:
    """The page for people and the record for machines, with where and on what it was measured."""
    lines = [
        f"| {promise} | {where} | {figure.held} / {figure.tried} "
        f"| {f'{figure.upper_bound:.2%}' if figure.holds else '—'} | {figure.note} |"
        for (_, where), (promise, figure) in sorted(measured.items())
    ]
    circumstances = {
        "commit": git("rev-parse", "--short", "HEAD"),
        "date": dt.date.today().isoformat(),  # noqa: DTZ011  the day on this machine
        "python": f"Python {platform.python_version()}",
        "machine": f"{platform.system()} {platform.machine()}，{os.cpu_count()} 核",
    }
    foot = "，".join(circumstances.values())
    PAGE.write_text(HEAD + "\n".join(lines) + f"\n\n测于 {foot}。\n", encoding="utf-8")
    record = [
        {"name": name, "services": where, "numerator": figure.held, "denominator": figure.tried}
        | {"holds": figure.holds, "note": figure.note}
        for (name, where), (_, figure) in sorted(measured.items())
    ]
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    document = {**circumstances, "figures": record}
    RECORD.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
