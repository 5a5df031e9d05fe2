"""Importing the register: seen first, then all of it or nothing."""

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from associations import register_file, services
from associations.models import Association
from huanglong_portal.common import blobs
from huanglong_portal.common.errors import NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
HEADER = ["名称", "统一社会信用代码", "是否行业协会商会", "成立登记日期", "会员数"]


def _sheet(*rows: Sequence[object], header: Sequence[str] = HEADER) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(list(header))
    for row in rows:
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _stored(content: bytes) -> str:
    return blobs.store(content, "application/octet-stream").digest


def test_new_organisations_are_admitted_and_known_ones_updated() -> None:
    known = organisations.association("旧名称协会")
    digest = _stored(
        _sheet(
            ["新名称协会", known.credit_code, "是", "2015-06-01", 80],
            ["濮阳市华龙区家政行业协会", organisations.code(), "是", "2018年5月6日", "36"],
        )
    )
    filings.open_round()
    plan = services.plan_import(digest, "登记簿.xlsx")
    assert (len(plan.added), len(plan.changed), len(plan.wrong)) == (1, 1, 0)
    assert plan.changed[0][1]["name"] == ("旧名称协会", "新名称协会")

    services.apply_import(digest=digest, name="登记簿.xlsx", by=people.officer())

    known.refresh_from_db()
    added = Association.objects.get(name="濮阳市华龙区家政行业协会")
    assert (known.name, known.member_count) == ("新名称协会", 80)
    assert (added.state, added.registered_on.isoformat()) == ("admitted", "2018-05-06")
    assert added.slots.count() == 5
    assert AuditEvent.objects.filter(action="associations.import").count() == 1


def test_three_wrong_rows_of_many_are_named_and_nothing_is_written() -> None:
    good = [[f"第{n}协会", organisations.code(), "否", "", ""] for n in range(20)]
    wrong = [
        ["错码协会", "51410902XN00000121", "否", "", ""],
        ["", organisations.code(), "也许", "去年", "很多"],
        ["重复协会", good[0][1], "否", "", ""],
    ]
    digest = _stored(_sheet(*good, *wrong))
    plan = services.plan_import(digest, "a.xlsx")

    assert [row.line for row in plan.wrong] == [22, 23, 24]
    assert len(plan.wrong[1].problems) == 4
    assert "第 2 行重复" in plan.wrong[2].problems[0]
    with pytest.raises(Refused, match="3 行需要改正"):
        services.apply_import(digest=digest, name="a.xlsx", by=people.officer())
    assert not Association.objects.exists()


def test_csv_of_an_old_office_program_is_read() -> None:
    text = f"名称,统一社会信用代码\n喆堃商会,{organisations.code()}\n"

    plan = services.plan_import(_stored(text.encode("gb18030")), "登记簿.csv")

    assert plan.added[0].values["name"] == "喆堃商会"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"PK broken", "a.xlsx", "打不开"),
        ("协会,代码\n".encode(), "a.csv", "缺少列"),
    ],
)
def test_a_file_that_is_no_register_is_refused(content: bytes, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        services.plan_import(_stored(content), name)


def test_representatives_do_not_import() -> None:
    association = organisations.association()

    with pytest.raises(NotAllowed):
        services.apply_import(digest="0" * 64, name="a.csv", by=people.representative(association))


def test_an_officer_sees_the_changes_before_they_are_applied() -> None:
    client = Client()
    client.force_login(people.officer())
    content = io.BytesIO(_sheet(["濮阳市华龙区家政行业协会", organisations.code(), "是", "", ""]))
    content.name = "登记簿.xlsx"

    seen = client.post("/admin/associations/association/import/", {"file": content})
    assert "新增 1 家" in seen.content.decode()
    assert not Association.objects.exists()

    client.post(
        "/admin/associations/association/import/",
        {"apply": seen.context["digest"], "name": "登记簿.xlsx"},
    )
    assert Association.objects.get().name == "濮阳市华龙区家政行业协会"


def test_the_command_shows_first_and_writes_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "登记簿.xlsx"
    path.write_bytes(_sheet(["家政协会", organisations.code(), "是", "", ""]))
    call_command("import_associations", str(path))
    assert not Association.objects.exists()

    call_command("import_associations", str(path), "--apply", "--by", people.officer().username)

    assert Association.objects.count() == 1


def test_the_command_fails_on_a_wrong_row(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(_sheet(["家政协会", "51410902XN00000121", "是", "", ""]))

    with pytest.raises(CommandError, match="请改正"):
        call_command("import_associations", str(path))


def test_yes_and_no_are_read_as_people_write_them() -> None:
    code = organisations.code()
    for written, expected in (("是", True), ("√", True), ("否", False), ("", False)):
        row = register_file.read_row(
            2, {"名称": "甲", "统一社会信用代码": code, "是否行业协会商会": written}
        )
        assert (row.values["is_trade_association"], row.problems) == (expected, [])
