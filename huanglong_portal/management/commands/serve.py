"""`manage.py serve`: the whole portal on this machine, with its worker, until Ctrl-C."""

import fcntl
import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from huanglong_portal.local import first_start
from huanglong_portal.local.announcement import announcement
from huanglong_portal.local.parent import end_with_parent
from huanglong_portal.local.portal import Portal, WouldNotRun
from huanglong_portal.local.ports import is_free

PLACES = (
    ("公众网站", "home"),
    ("诚信承诺公开", "public:pledges"),
    ("登录", "login"),
    ("民政局审核后台", "admin:index"),
    ("发出的邮件（演示信箱）", "associations:mailbox"),
)


class Command(BaseCommand):
    help = "在本机启动整个门户：数据库、演示数据、网页、后台任务。按 Ctrl-C 全部停止。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
        parser.add_argument("--no-demo", action="store_true", help="不装入演示数据")
        parser.add_argument(
            "--end-with-parent", action="store_true", help="启动它的进程结束时，一并停止"
        )

    def handle(self, *args: Any, port: int, no_demo: bool, **options: Any) -> None:
        if options["end_with_parent"]:
            end_with_parent()
        # Also SIGINT: a shell that starts us in the background has told us to ignore it.
        for request_to_end in (signal.SIGTERM, signal.SIGINT):
            signal.signal(request_to_end, _as_interrupt)
        only_one = _only_one_here(settings.VAR_DIR / "serve.lock", port)
        if not is_free(port):
            raise CommandError(
                f"端口 {port} 已被别的程序占用。请换一个端口，例如：make run PORT={port + 1}"
            )
        portal = Portal(
            port=port,
            folder=settings.BASE_DIR,
            logs=settings.VAR_DIR / "log",
            environment={"PUBLIC_URL": os.environ.get("PUBLIC_URL", f"http://127.0.0.1:{port}")},
        )
        try:
            self._prepare(portal, with_demo=not no_demo)
            self._step("正在启动网页", portal.start_web)
            self._say(
                announcement(
                    portal.address,
                    [(title, reverse(name)) for title, name in PLACES],
                    settings.VAR_DIR / "demo-accounts.json",
                    settings.VAR_DIR / "volumes",
                )
            )
            portal.keep_running(self._say)
        except WouldNotRun as trouble:
            raise CommandError(str(trouble)) from trouble
        except KeyboardInterrupt:
            self._say("\n正在停止……")
        finally:
            portal.stop()
            os.close(only_one)
        self._say("已全部停止。")

    def _prepare(self, portal: Portal, *, with_demo: bool) -> None:
        """Everything that must be there before the first page: tables, demo data, volumes."""
        self._step("正在准备数据库", lambda: call_command("migrate", verbosity=0))
        if with_demo and first_start.nobody_is_here():
            self._step("正在装入演示数据（首次启动，约需一两分钟）", first_start.bring_demo_data)
        portal.start_background()
        volumes = settings.VAR_DIR / "volumes"
        if with_demo and not first_start.has_volumes(volumes):
            self._step("正在编印五册汇编（首次启动）", lambda: first_start.print_volumes(volumes))

    def _step(self, words: str, work: Callable[[], object]) -> None:
        self._say(f"{words}……")
        work()

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _only_one_here(lock: Path, port: int) -> int:
    """Hold `lock` as long as this process lives: two clocks on one folder would be one too many."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        running = os.read(handle, 100).decode() or "另一个端口"
        raise CommandError(
            f"这个文件夹里的门户已经在运行（{running}）。请直接打开，或先停止它再启动。"
        ) from None
    os.ftruncate(handle, 0)
    os.write(handle, f"http://127.0.0.1:{port}".encode())
    return handle
