"""``manage.py import_associations FILE``: import the register, dry run first."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from associations.models import User
from associations.services import apply_import, plan_import
from huanglong_portal.common import blobs
from huanglong_portal.common.errors import DomainError


class Command(BaseCommand):
    help = (
        "从 XLSX 或 CSV 导入登记簿。默认只核对不写入；加 --apply 才导入，有一行不对就一行也不导入。"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="登记簿文件（.xlsx 或 .csv）")
        parser.add_argument("--apply", action="store_true", help="核对无误后写入")
        parser.add_argument("--by", help="导入人的登录名（与 --apply 一起使用）")

    def handle(self, *args: Any, file: Path, apply: bool, by: str | None, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"找不到文件：{file}")
        try:
            digest = blobs.store(file.read_bytes(), "application/octet-stream").digest
            plan = plan_import(digest, file.name)
            for row in plan.wrong:
                self.stderr.write(f"第 {row.line} 行：{'；'.join(row.problems)}")
            self.stdout.write(
                f"新增 {len(plan.added)} 家，更新 {len(plan.changed)} 家，"
                f"不变 {plan.unchanged} 家，有误 {len(plan.wrong)} 行。"
            )
            if plan.wrong:
                raise CommandError("请改正以上各行后重新导入，没有写入任何内容。")
            if apply:
                person = User.objects.filter(username=by or "").first()
                if person is None:
                    raise CommandError("请用 --by 写明导入人的登录名。")
                apply_import(digest=digest, name=file.name, by=person)
                self.stdout.write("已导入。")
        except DomainError as refused:
            raise CommandError(refused.sentence) from refused
