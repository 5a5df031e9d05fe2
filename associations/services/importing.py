"""Importing the register from XLSX or CSV: planned first, applied whole or not at all."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from django.db import transaction
from openpyxl.utils.exceptions import InvalidFileException

from huanglong_portal.common import audit, blobs, dates
from huanglong_portal.common.errors import NotAllowed, Refused

from .. import permissions, signals
from ..models import Association, User
from ..register_file import COLUMNS, RegisterRow, missing_columns, read_row

_MOST_ROWS = 200_000
_LARGEST = 20 * 1024 * 1024


@dataclass(slots=True)
class ImportPlan:
    """What an import would do: rows to add, rows that change something, rows with problems."""

    added: list[RegisterRow] = field(default_factory=list)
    changed: list[tuple[RegisterRow, dict[str, tuple[str, str]]]] = field(default_factory=list)
    unchanged: int = 0
    wrong: list[RegisterRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many organisations were added and changed."""

    added: int
    changed: int


def plan_import(digest: str, name: str) -> ImportPlan:
    """Read a stored register file and say what importing it would do; changes nothing.

    Raises Refused when the file cannot be read or lacks a column.
    """
    return _plan(_rows(blobs.read_blob(digest), name))


@transaction.atomic
def apply_import(*, digest: str, name: str, by: User) -> ImportResult:
    """Import a stored register file: all of it, or nothing while a single row is wrong.

    New organisations are admitted at once, since the bureau's own register says they exist.
    """
    if not permissions.may_manage_register(by):
        raise NotAllowed("登记簿由民政局工作人员导入。")
    if len(digest) != 64:
        raise Refused("请先选择文件并核对。")
    plan = plan_import(digest, name)
    if plan.wrong:
        raise Refused(f"有 {len(plan.wrong)} 行需要改正，没有导入任何内容。请改正后重新上传。")
    for row in plan.added:
        association = Association(
            state=Association.State.ADMITTED, created_at=dates.now(), **row.values
        )
        association.save()
        signals.association_admitted.send(Association, association_id=association.pk)
    for row, _ in plan.changed:
        association = Association.objects.select_for_update().get(
            credit_code=row.values["credit_code"]
        )
        for field_name, value in row.values.items():
            setattr(association, field_name, value)
        association.save()
    audit.record(
        "associations.import",
        actor=by,
        target=by,
        data={
            "file": name,
            "digest": digest,
            "added": len(plan.added),
            "changed": {
                row.values["credit_code"]: {key: list(pair) for key, pair in changes.items()}
                for row, changes in plan.changed[:200]
            },
        },
    )
    return ImportResult(len(plan.added), len(plan.changed))


def _plan(rows: Iterator[RegisterRow]) -> ImportPlan:
    plan = ImportPlan()
    known = {a.credit_code: a for a in Association.objects.all()}
    seen: dict[str, int] = {}
    for row in rows:
        code = row.values["credit_code"]
        if code and code in seen:
            row.problems.append(f"代码与第 {seen[code]} 行重复")
        seen.setdefault(code, row.line)
        if row.problems:
            plan.wrong.append(row)
            continue
        existing = known.get(code)
        if existing is None:
            plan.added.append(row)
            continue
        changes = {
            name: (str(getattr(existing, name) or ""), str(value or ""))
            for name, value in row.values.items()
            if str(getattr(existing, name) or "") != str(value or "")
        }
        if changes:
            plan.changed.append((row, changes))
        else:
            plan.unchanged += 1
    return plan


def _rows(content: bytes, name: str) -> Iterator[RegisterRow]:
    if len(content) > _LARGEST:
        raise Refused("文件超过 20 MB，请分成几份导入。")
    lines = _csv_lines(content) if name.lower().endswith(".csv") else _xlsx_lines(content)
    header = [str(cell or "").strip() for cell in next(lines, [])]
    if missing := missing_columns(header):
        raise Refused(f"第一行缺少列：{'、'.join(missing)}。可用的列有：{'、'.join(COLUMNS)}。")
    for line, cells in enumerate(lines, start=2):
        if line > _MOST_ROWS:
            raise Refused(f"超过 {_MOST_ROWS} 行，请分成几份导入。")
        if any(cell not in (None, "") for cell in cells):
            yield read_row(line, dict(zip(header, cells, strict=False)))


def _csv_lines(content: bytes) -> Iterator[list[Any]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refused("CSV 文件的编码无法识别，请用 Excel 另存为 XLSX 后再导入。")
    yield from csv.reader(io.StringIO(text))


def _xlsx_lines(content: bytes) -> Iterator[list[Any]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as broken:
        raise Refused("这份文件打不开。请用 Excel 或 WPS 另存为 XLSX 后重新上传。") from broken
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield list(row)
