"""``manage.py verify_audit``: walk the whole audit chain and name the first break of each kind."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from huanglong_portal.common import audit
from huanglong_portal.common.models import AuditEvent


class Command(BaseCommand):
    help = "核对操作记录的摘要链：逐条重算，指出被改动、缺失或不衔接的记录。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", help="已在别处留存的最后一条摘要，用来发现末尾被删的记录")

    def handle(self, *args: Any, head: str | None = None, **options: Any) -> None:
        breaks = list(audit.broken_links())
        for seq, reason in breaks:
            self.stderr.write(f"第 {seq} 条：{reason}")
        if head and not AuditEvent.objects.filter(hash=head).exists():
            breaks.append((0, "head"))
            self.stderr.write("留存的摘要在记录中找不到，末尾的记录可能被删除。")
        if breaks:
            raise CommandError(f"发现 {len(breaks)} 处不符。")
        last = AuditEvent.objects.first()
        self.stdout.write(
            f"核对无误，共 {last.seq if last else 0} 条，末条摘要 "
            f"{last.hash if last else audit.GENESIS}"
        )
