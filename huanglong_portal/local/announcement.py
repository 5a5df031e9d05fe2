"""What `serve` prints when the portal is up: where to go and as whom to sign in."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

ACCOUNT_COLUMNS = {
    "role": "身份",
    "name": "姓名",
    "username": "登录名",
    "password": "密码",
    "url": "入口",
}


def width(text: str) -> int:
    """Columns a terminal gives to `text`: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows aligned under their heads, for a terminal."""
    lines = [list(head), *[list(row) for row in rows]]
    widths = [max(width(line[column]) for line in lines) for column in range(len(head))]

    def padded(line: Sequence[str]) -> str:
        cells = (cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True))
        return ("  " + "   ".join(cells)).rstrip()

    rule = "  " + "   ".join("─" * size for size in widths)
    return "\n".join([padded(lines[0]), rule, *map(padded, lines[1:])])


def demo_accounts(path: Path, address: str) -> str:
    """The table of demo accounts that the demo left in `path`; empty when there is none."""
    if not path.exists():
        return ""
    accounts = json.loads(path.read_text(encoding="utf-8"))
    rows = []
    for account in accounts:
        row = [str(account.get(key, "")) for key in ACCOUNT_COLUMNS]
        row[-1] = f"{address}{row[-1]}" if row[-1].startswith("/") else row[-1]
        rows.append(row)
    return table(list(ACCOUNT_COLUMNS.values()), rows)


def announcement(
    address: str, places: Sequence[tuple[str, str]], accounts: Path, volumes: Path
) -> str:
    """Everything a person needs to look around: `places` are titles with their paths."""
    rows = [[title, f"{address}{path}"] for title, path in places]
    parts = ["", f"门户已启动：{address}", "", table(["页面", "地址"], rows)]
    if people := demo_accounts(accounts, address):
        parts += ["", "演示账号（全部为虚构）", "", people]
    if books := sorted(volumes.glob("*.pdf")):
        parts += ["", f"五册汇编（{len(books)} 个 PDF）：{volumes}"]
    return "\n".join([*parts, "", "按 Ctrl-C 停止。", ""])
