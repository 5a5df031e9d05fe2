"""manage.py extract: what is read from a file, from the shell."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from filings.documents.blocks import Block, summary, to_json
from filings.documents.reading import TXT, Reading, read
from filings.documents.text import to_text
from filings.inspection import kinds
from filings.inspection.inspecting import check_size, check_type
from huanglong_portal.common.errors import DomainError


class Command(BaseCommand):
    help = "读取 DOCX、PDF 或文本文件，显示读到的章、条、段落和表格。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="要读取的文件（.docx、.pdf 或 .txt）")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(f"没有这个文件：{path}")
        try:
            reading = read(path, kind_of(path), path.name)
        except DomainError as error:
            raise CommandError(error.sentence) from None
        self.stdout.write(_as_json(reading) if options["json"] else _as_text(reading))


def kind_of(path: Path) -> str:
    """The file kind by content, as the uploads are told; a plain text file is `txt`."""
    if path.suffix.lower() in (".txt", ".text", ".md", ""):
        return TXT
    check_size(path.stat().st_size, path.name)
    with path.open("rb") as file:
        kind = check_type(file, path.name)
    if kind != kinds.OFFICE:
        return kind
    return kinds.XLSX if path.suffix.lower() == ".xlsx" else kinds.DOCX


def _as_json(reading: Reading) -> str:
    blocks = [{"type": "", "number": "", "text": "", **entry} for entry in to_json(reading.blocks)]
    return json.dumps(
        {"blocks": blocks, "warnings": reading.warnings}, ensure_ascii=False, indent=2
    )


def _as_text(reading: Reading) -> str:
    blocks: list[Block] = reading.blocks
    notes = [f"· {warning}" for warning in reading.warnings]
    return "\n".join([summary(blocks), *notes, "", to_text(blocks).rstrip()])
