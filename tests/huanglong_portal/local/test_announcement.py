"""What is printed when the portal is up."""

import json
from pathlib import Path

from huanglong_portal.local.announcement import announcement, demo_accounts, table, width


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("审核a") == 5


def test_columns_line_up_whatever_the_language() -> None:
    lines = table(["身份", "名"], [["科室负责人", "a"], ["x", "b"]]).splitlines()

    assert {width(line) for line in lines if line.endswith(("a", "b"))} == {2 + 10 + 3 + 1}


def test_accounts_are_listed_with_full_addresses(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    account = {
        "role": "经办",
        "name": "王某",
        "username": "wang",
        "password": "演示密码",
        "url": "/admin/",
    }
    path.write_text(json.dumps([account]), encoding="utf-8")

    printed = demo_accounts(path, "http://127.0.0.1:8001")

    assert "http://127.0.0.1:8001/admin/" in printed
    assert "演示密码" in printed


def test_without_demo_data_no_accounts_are_promised(tmp_path: Path) -> None:
    printed = announcement(
        "http://127.0.0.1:8000", [("登录", "/login/")], tmp_path / "none.json", tmp_path
    )

    assert "http://127.0.0.1:8000/login/" in printed
    assert "演示账号" not in printed
