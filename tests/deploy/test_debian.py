"""Packages that a machine lacks: installed where that is allowed, named where it is not."""

import pytest

from deploy.local import debian
from deploy.local.needs import Need

MISSING = Need("poppler-utils", "把 PDF 变成页面图像", lambda: False)
PRESENT = Need("redis-server", "在 Redis 上测试", lambda: True)


def test_what_is_there_already_needs_neither_root_nor_apt(monkeypatch) -> None:
    monkeypatch.setattr(debian, "as_root", lambda: pytest.fail("asked for root"))

    debian.install([PRESENT])


def test_without_root_the_person_is_told_what_to_ask_for(monkeypatch) -> None:
    monkeypatch.setattr(debian, "as_root", lambda: None)

    with pytest.raises(debian.NotInstalled, match="apt-get install poppler-utils"):
        debian.install([PRESENT, MISSING])


def test_a_package_that_apt_did_not_bring_is_named(monkeypatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(debian, "as_root", list)
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian, "quietly", asked.append)

    with pytest.raises(debian.NotInstalled, match="仍然缺少：poppler-utils"):
        debian.install([PRESENT, MISSING])

    assert asked[-1][-1] == "poppler-utils"
    assert "redis-server" not in asked[-1]


def test_what_apt_says_is_shown_when_it_fails() -> None:
    with pytest.raises(debian.NotInstalled, match="没有这个软件包"):
        debian.quietly(["sh", "-c", "echo 没有这个软件包; exit 100"])
