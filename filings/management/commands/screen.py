"""manage.py screen: the clauses of a file that may exclude or restrict competition."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from filings.documents.encodings import decoded
from filings.documents.reading import TXT, read
from filings.management.commands.extract import kind_of
from filings.screening import CATEGORIES, Hit, screen, screen_lines
from huanglong_portal.common.errors import DomainError

_COLUMNS = ("line", "category", "certainty", "basis", "text")

_Place = tuple[str, list[Hit]]


class Command(BaseCommand):
    help = (
        "筛查可能排除、限制竞争的条款，只列出有疑问的条款。"
        "Word、PDF 文件逐条筛查，纯文本逐行筛查；结果是提示，不是结论。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="要筛查的文件（.docx、.pdf、.txt），“-”表示标准输入"
        )
        parser.add_argument(
            "--tsv",
            action="store_true",
            help="以制表符分隔输出：line category certainty basis text",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        places = list(self._places(options["file"]))
        if options["tsv"]:
            self._write_table(places)
        else:
            self._write_for_people(places)

    def _places(self, name: str) -> Iterable[_Place]:
        if name == "-":
            return _by_line(decoded(sys.stdin.buffer.read()))
        path = Path(name)
        if not path.is_file():
            raise CommandError(f"没有这个文件：{path}")
        try:
            kind = kind_of(path)
            if kind == TXT:
                return _by_line(decoded(path.read_bytes()))
            reading = read(path, kind, path.name)
        except DomainError as error:
            raise CommandError(error.sentence) from None
        if not reading.blocks:
            raise CommandError("；".join(reading.warnings) or f"{path.name} 里没有读到文字。")
        return _by_block(screen(reading.blocks))

    def _write_table(self, places: Iterable[_Place]) -> None:
        self.stdout.write("\t".join(_COLUMNS))
        for place, hits in places:
            surest = hits[0]
            text = " ".join(surest.text.split())
            self.stdout.write(
                "\t".join([place, surest.category, f"{surest.certainty}", surest.basis, text])
            )

    def _write_for_people(self, places: list[_Place]) -> None:
        for place, hits in places:
            self.stdout.write(f"[{place}] {hits[0].text}")
            for hit in hits:
                self.stdout.write(
                    f"    {CATEGORIES[hit.category].label}（{hit.certainty:.0%}）{hit.why}\n"
                    f"    依据：{hit.basis}\n"
                    f"    建议：{hit.advice}"
                )
            self.stdout.write("")
        if places:
            self.stdout.write(
                f"共 {len(places)} 处可能含有排除、限制竞争的内容，请逐处核对。"
                "这是提示，不是结论；拿不准的，请征求市场监督管理部门意见。"
            )
        else:
            self.stdout.write("没有发现可能排除、限制竞争的内容。筛查只是辅助，仍请人工审阅。")


def _by_line(text: str) -> Iterable[_Place]:
    return ((str(number), hits) for number, hits in screen_lines(text.splitlines()))


def _by_block(hits: Iterable[Hit]) -> Iterable[_Place]:
    grouped: dict[str, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.anchor, []).append(hit)
    for anchor, found in grouped.items():
        yield anchor, sorted(found, key=lambda hit: (hit.category == "coercion", -hit.certainty))
