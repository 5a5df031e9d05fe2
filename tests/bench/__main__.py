"""`python -m tests.bench [NAME …]`: run the benchmarks, print a table, write var/bench/*.json."""

import importlib
import json
import os
import pkgutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import django
from django.core.management import call_command

from huanglong_portal.local.announcement import table

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "var" / "bench"
FEWEST_ROUNDS = 5


def main(names: Sequence[str]) -> int:
    """Run the named benchmarks, or all; the exit status says whether every bar holds."""
    with tempfile.TemporaryDirectory(prefix="huanglong-bench-") as folder:
        use_settings_of_its_own(Path(folder))
        chosen = [module for module in benchmarks() if not names or module.NAME in names]
        if not chosen:
            print(f"没有这样的测试：{'、'.join(names)}", file=sys.stderr)
            return 2
        results = [measured(module) for module in chosen]
    rows = [
        [result["name"], f"{result['median']:.3f}", f"≤ {result['bar']:g}", said(result)]
        for result in results
    ]
    print("\n" + table(["测试", "比值（中位数）", "目标", "结果"], rows))
    return int(not all(result["holds"] for result in results))


def use_settings_of_its_own(folder: Path) -> None:
    """Database, files and broker in `folder`: a benchmark never touches the person's portal."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="huanglong_portal.settings",
        ENV_FILE=os.devnull,
        VAR_DIR=str(folder),
        OUTBOX_NUDGE="false",
        LOG_LEVEL="ERROR",
    )
    django.setup()
    call_command("migrate", verbosity=0)


def benchmarks() -> list[ModuleType]:
    """Every module of this folder that calls itself a benchmark."""
    import tests.bench

    names = sorted(module.name for module in pkgutil.iter_modules(tests.bench.__path__))
    modules = [
        importlib.import_module(f"tests.bench.{name}") for name in names if name != "__main__"
    ]
    return [module for module in modules if hasattr(module, "rounds")]


def measured(module: ModuleType) -> dict[str, object]:
    """Run one benchmark and write its result."""
    print(f"{module.NAME}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
    rounds = module.rounds()
    assert len(rounds) >= FEWEST_ROUNDS, f"{module.NAME} 只测了 {len(rounds)} 轮"
    median = statistics.median(rounds)
    result = {
        "name": module.NAME,
        "unit": "ratio",
        "median": round(median, 4),
        "rounds": [round(ratio, 4) for ratio in rounds],
        "bar": module.BAR,
        "holds": median <= module.BAR,
    }
    if hasattr(module, "report"):
        print(module.report(), flush=True)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{module.NAME}.json").write_text(json.dumps(result, indent=1) + "\n")
    return result


def said(result: dict[str, object]) -> str:
    return "✓ 达到" if result["holds"] else "✗ 未达到"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
