"""``manage.py rescore``: compute all scores and say how many changed."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from credit import services
from huanglong_portal.common import dates


class Command(BaseCommand):
    help = "重新计算全部社会组织的诚信自律指数，报告有多少个发生变化。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", metavar="日期", help="按哪一天计算，例如 2026-11-23；默认今天")

        parser.add_argument(
            "--full", action="store_true", help="不论有没有变化，全部重新计算（修正程序后使用）"
        )

    def handle(self, *args: Any, on: str | None = None, full: bool = False, **options: Any) -> None:
        try:
            day = dt.date.fromisoformat(on) if on else dates.today()
        except ValueError as wrong:
            raise CommandError(f"日期“{on}”写法不对，应为 2026-11-23 这样的格式。") from wrong
        result = services.rescore(on=day, everything=full, progress=self._progress)
        self.stdout.write(
            f"{dates.write_date(day)}：共计算 {result.computed} 个社会组织，"
            f"{result.changed} 个发生变化。"
        )

    def _progress(self, done: int, total: int) -> None:
        self.stderr.write(f"已计算 {done}/{total}")
