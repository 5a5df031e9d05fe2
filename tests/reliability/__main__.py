"""`python -m tests.reliability [NAME …]`: measure, and write what was found.

All figures together go into docs/reliability.md and var/reliability.json.
"""

import datetime as dt
import importlib
import json
import os
import pkgutil
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import tests.reliability
from huanglong_portal.local.announcement import table
from tests.reliability import Figure

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reliability.md"
RECORD = ROOT / "var" / "reliability.json"

HEAD = """# 可靠性数据

由 `make reliability` 测得并写入本页，请勿手工修改。“守住”是没有出错的次数，“尝试”是总次数；
一次也没有失败时，仍不能说永不失败：右栏是出错率的 95% 上限（3/n）。

| 保证 | 守住 / 尝试 | 出错率上限 | 怎样测的 |
|---|---|---|---|
"""


def main(names: Sequence[str]) -> int:
    """Measure the named figures, or all; the exit status says whether every one holds."""
    chosen = [module for module in figures() if not names or module.NAME in names]
    if not chosen:
        print(f"没有这样的数据：{'、'.join(names)}", file=sys.stderr)
        return 2
    measured = {module: measure(module) for module in chosen}
    rows = [
        [module.NAME, f"{figure.held}/{figure.tried}", "✓ 守住" if figure.holds else "✗ 没有守住"]
        for module, figure in measured.items()
    ]
    print("\n" + table(["数据", "守住/尝试", "结果"], rows))
    if not names:
        write(measured)
    return int(not all(figure.holds for figure in measured.values()))


def figures() -> list[ModuleType]:
    """Every module of this folder that can be run."""
    names = sorted(module.name for module in pkgutil.iter_modules(tests.reliability.__path__))
    modules = [
        importlib.import_module(f"tests.reliability.{name}") for name in names if name[0] != "_"
    ]
    return [module for module in modules if hasattr(module, "NAME")]


def measure(module: ModuleType) -> Figure:
    print(f"{module.NAME}：{promise(module)} ……", flush=True)
    figure: Figure = module.run()
    return figure


def promise(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().splitlines()[0]


def write(measured: dict[ModuleType, Figure]) -> None:
    """The page for people and the record for machines, with where and on what it was measured."""
    lines = [
        f"| {promise(module)} | {figure.held} / {figure.tried} "
        f"| {f'{figure.upper_bound:.2%}' if figure.holds else '—'} | {figure.note} |"
        for module, figure in measured.items()
    ]
    circumstances = {
        "commit": git("rev-parse", "--short", "HEAD"),
        "date": dt.date.today().isoformat(),  # noqa: DTZ011  the day on this machine
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} 核",
    }
    foot = "，".join(circumstances.values())
    PAGE.write_text(HEAD + "\n".join(lines) + f"\n\n测于 {foot}。\n", encoding="utf-8")
    record = [
        {"name": module.NAME, "numerator": figure.held, "denominator": figure.tried}
        | {"holds": figure.holds, "note": figure.note}
        for module, figure in measured.items()
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
