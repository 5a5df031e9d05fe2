"""`python -m tests.reliability.measure RESULT [NAME …]`: the figures, on the services at hand.

A process of its own for each database, so that one leaves nothing behind for the other.
"""

import importlib
import json
import os
import pkgutil
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import django
from django.core.management import call_command

import tests.reliability
from tests.buckets import make_bucket
from tests.isolation import FOLDER


def main(result: Path, names: Sequence[str]) -> None:
    """Measure the named figures, or all, and write them to `result` by name."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    try:
        make_bucket(os.environ)
        call_command("migrate", verbosity=0)
        chosen = [module for module in figures() if not names or module.NAME in names]
        measured = {module.NAME: measure(module) for module in chosen}
        result.write_text(json.dumps(measured), encoding="utf-8")
    finally:
        shutil.rmtree(os.environ[FOLDER], ignore_errors=True)


def figures() -> list[ModuleType]:
    """Every module of this folder that has a figure to give."""
    names = sorted(module.name for module in pkgutil.iter_modules(tests.reliability.__path__))
    modules = [
        importlib.import_module(f"tests.reliability.{name}")
        for name in names
        if name not in ("__main__", "measure")
    ]
    return [module for module in modules if hasattr(module, "NAME")]


def measure(module: ModuleType) -> dict[str, object]:
    promise = (module.__doc__ or "").strip().splitlines()[0]
    print(f"  {module.NAME}：{promise} ……", flush=True)
    return {**asdict(module.run()), "promise": promise}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
