"""Rows of a register file (登记簿) as plain facts: which columns, and what is wrong with a row."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import credit_code

COLUMNS: dict[str, str] = {
    "名称": "name",
    "统一社会信用代码": "credit_code",
    "是否行业协会商会": "is_trade_association",
    "所属行业": "industry",
    "成立登记日期": "registered_on",
    "住所": "address",
    "法定代表人": "legal_representative",
    "办公电话": "office_phone",
    "会员数": "member_count",
    "业务范围": "business_scope",
    "业务主管单位": "supervising_unit",
}
_YES, _NO = {"是", "√", "1", "y", "yes", "true"}, {"", "否", "0", "n", "no", "false"}


@dataclass(slots=True)
class RegisterRow:
    """One row: its line in the file, its values by field name, and what is wrong with it."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def missing_columns(header: list[str]) -> list[str]:
    """The columns without which nothing can be imported."""
    return [column for column in ("名称", "统一社会信用代码") if column not in header]


def read_row(line: int, cells: Mapping[str, Any]) -> RegisterRow:
    """Read one row of cells by column title; problems are sentences, one each."""
    row = RegisterRow(line)
    for column, name in COLUMNS.items():
        if column in cells:
            row.values[name] = _text(cells[column])
    if not row.values.get("name"):
        row.problems.append("缺少名称")
    row.values["credit_code"] = credit_code.normalise(row.values.get("credit_code", ""))
    if sentence := credit_code.problem(row.values["credit_code"]):
        row.problems.append(sentence)
    else:
        row.values["kind"] = credit_code.kind_of(row.values["credit_code"])
    _read_flag(row)
    _read_date(row, cells.get("成立登记日期"))
    _read_count(row)
    return row


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()


def _read_flag(row: RegisterRow) -> None:
    if "is_trade_association" not in row.values:
        return
    written = row.values["is_trade_association"].lower()
    if written not in _YES | _NO:
        row.problems.append(f"“是否行业协会商会”应填“是”或“否”，现在是“{written}”")
    row.values["is_trade_association"] = written in _YES
    if row.values["is_trade_association"] and row.values.get("kind", "society") != "society":
        row.problems.append("行业协会商会的代码应以 51 开头")


def _read_date(row: RegisterRow, cell: Any) -> None:
    written = row.values.pop("registered_on", "")
    if not written:
        return
    if isinstance(cell, dt.datetime):
        row.values["registered_on"] = cell.date()
        return
    digits = written.replace("年", "-").replace("月", "-").replace("日", "")
    digits = digits.replace("/", "-").replace(".", "-")
    try:
        year, month, day = (int(part) for part in digits.split("-"))
        row.values["registered_on"] = dt.date(year, month, day)
    except ValueError:
        row.problems.append(f"成立登记日期“{written}”不是日期，应写成 2021-04-03")


def _read_count(row: RegisterRow) -> None:
    written = row.values.pop("member_count", "")
    if not written:
        return
    if written.isdigit():
        row.values["member_count"] = int(written)
    else:
        row.problems.append(f"会员数“{written}”不是整数")
