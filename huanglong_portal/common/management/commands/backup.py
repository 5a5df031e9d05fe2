"""``manage.py backup DIR``; see ``common.archive``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from huanglong_portal.common import archive
from huanglong_portal.common.errors import Refused


class Command(BaseCommand):
    help = "备份全部记录和文件到一个空文件夹。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="备份文件夹")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            manifest = archive.backup(folder, say=self.stdout.write)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        self.stdout.write(
            f"完成：{sum(manifest['counts'].values())} 条记录，{manifest['blobs']} 个文件，"
            f"操作记录末条摘要 {manifest['audit_head']}"
        )
