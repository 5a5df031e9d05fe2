"""The examples for servers stay usable."""

import re

import yaml

from deploy.local.virtualenv import ROOT


def settings_named_in(path: str) -> set[str]:
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return {line.split("=")[0] for line in lines if re.match(r"[A-Z0-9_]+=", line)}


def test_every_setting_is_explained_in_the_example() -> None:
    source = (ROOT / "huanglong_portal" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z0-9_]+)"', source))

    assert read - settings_named_in(".env.example") == {"ENV_FILE", "OUTBOX_NUDGE"}


def test_the_example_explains_nothing_that_is_not_read() -> None:
    source = (ROOT / "huanglong_portal" / "settings.py").read_text(encoding="utf-8")

    assert {
        name for name in settings_named_in(".env.example") if f'"{name}"' not in source
    } == set()


def test_the_compose_example_starts_the_same_processes_as_the_units() -> None:
    compose = yaml.safe_load((ROOT / "deploy" / "compose" / "compose.yaml").read_text())
    units = {path.stem.removeprefix("huanglong-") for path in (ROOT / "deploy/systemd").iterdir()}

    assert units <= set(compose["services"])
