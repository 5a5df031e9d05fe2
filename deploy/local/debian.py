"""Installing Debian packages, when the machine and the person allow it."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from deploy.local.needs import Need


class NotInstalled(Exception):
    """Packages are missing and cannot be installed; the message says which and how."""


def install(needs: Sequence[Need]) -> None:
    """Install the packages of `needs` that the machine lacks.

    Raises NotInstalled, with the sentence for the person, when there is no apt, no root and no
    sudo without a password, or when apt did not bring what was asked.
    """
    missing = [need for need in needs if not need.present()]
    if not missing:
        return
    names = [need.package for need in missing]
    print("  缺少系统软件：" + "、".join(f"{need.package}（{need.purpose}）" for need in missing))
    command = as_root()
    if command is None or shutil.which("apt-get") is None:
        raise NotInstalled(
            f"这里没有安装软件的权限。请管理员执行：apt-get install {' '.join(names)}"
            "，然后再运行一次。"
        )
    print("  正在用 apt-get 安装，请稍候……", flush=True)
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*command, *environment, "apt-get", "-qq", "-o=Dpkg::Use-Pty=0"]
    quietly([*apt, "update"])
    quietly([*apt, "install", "--yes", "--no-install-recommends", *names])
    if still := [need.package for need in missing if not need.present()]:
        raise NotInstalled(f"安装后仍然缺少：{'、'.join(still)}。请检查软件源后再运行一次。")


def as_root() -> list[str] | None:
    """The words before a command that needs root: none for root, sudo, or None for neither."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False).returncode == 0:
        return ["sudo", "-n"]
    if shutil.which("sudo") and os.isatty(0):
        return ["sudo"]
    return None


def quietly(command: Sequence[str]) -> None:
    """Run apt, and show what it said only when it failed."""
    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise NotInstalled(f"apt-get 没有成功：\n{done.stdout}")
