"""The environment is brought up to date only when the requirements say something new."""

from pathlib import Path

import pytest

from deploy.local import virtualenv


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in virtualenv.REQUIREMENTS["test"]:
        (tmp_path / name).write_text("Django==5.2.19\n")
    monkeypatch.setattr(virtualenv, "ROOT", tmp_path)
    monkeypatch.setattr(virtualenv, "FOLDER", tmp_path / ".venv")
    monkeypatch.setattr(virtualenv, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    return tmp_path


@pytest.fixture
def pip(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The requirement files that pip was asked to install."""
    asked: list[str] = []

    def run(command: list[str], *, check: bool) -> None:
        asked.append(Path(command[-1]).name)

    def create(folder: Path, **options: object) -> None:
        virtualenv.PYTHON.parent.mkdir(parents=True)
        virtualenv.PYTHON.touch()

    monkeypatch.setattr(virtualenv.subprocess, "run", run)
    monkeypatch.setattr(virtualenv.venv, "create", create)
    return asked


def test_the_second_start_installs_nothing(pip: list[str]) -> None:
    virtualenv.bring_up_to_date("run")
    virtualenv.bring_up_to_date("run")

    assert pip == ["requirements.txt"]


def test_a_changed_requirement_is_installed(pip: list[str], project: Path) -> None:
    virtualenv.bring_up_to_date("run")
    (project / "requirements.txt").write_text("Django==5.2.20\n")

    virtualenv.bring_up_to_date("run")

    assert pip == ["requirements.txt"] * 2


def test_what_tests_need_includes_what_runs(pip: list[str]) -> None:
    virtualenv.bring_up_to_date("test")
    virtualenv.bring_up_to_date("run")

    assert pip == ["requirements-dev.txt"]


def test_an_interrupted_installation_is_done_again(
    pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(command: list[str], *, check: bool) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(virtualenv.subprocess, "run", interrupted)
        with pytest.raises(KeyboardInterrupt):
            virtualenv.bring_up_to_date("run")

    virtualenv.bring_up_to_date("run")

    assert pip == ["requirements.txt"]
