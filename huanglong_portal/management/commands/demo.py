"""`manage.py demo`: invented but lifelike organisations, people, rounds and documents."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from huanglong_portal.common.errors import DomainError
from huanglong_portal.demo.people import PASSWORD
from huanglong_portal.demo.performance import STARRING, perform


class Command(BaseCommand):
    help = (
        "装入演示数据：虚构的社会组织、人员、报送通知，五类材料及各种审核状态，信用档案。"
        "可以重复执行，已有的不会改动。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--associations",
            type=int,
            default=STARRING,
            metavar="N",
            help=f"组织数量，默认 {STARRING}；超过 {STARRING} 的只报送承诺书和规约，用于规模测试",
        )
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="随机种子，默认 1")

    def handle(self, *args: Any, associations: int, seed: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("正式环境不装入演示数据。")
        if associations < 1:
            raise CommandError("组织数量至少为 1。")
        started = time.monotonic()
        try:
            outcome = perform(associations, seed, self._say)
        except DomainError as refusal:
            raise CommandError(f"演示数据没有装入，数据库没有改动：{refusal.sentence}") from refusal
        if outcome is None:
            self._say("演示数据已经有了，没有改动。")
            return
        self._say(
            f"演示数据已装入：{outcome.organisations} 家组织、{outcome.filings} 份材料"
            f"（{outcome.revisions} 个版本）、{outcome.files} 个文件，"
            f"用时 {time.monotonic() - started:.0f} 秒。"
        )
        self._say(f"演示账号见 {settings.VAR_DIR / 'demo-accounts.json'}，密码均为 {PASSWORD}。")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
