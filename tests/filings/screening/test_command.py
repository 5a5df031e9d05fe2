import io
import sys

import docx
import pytest
from django.core.management import CommandError, call_command

GUILTY = "会员不得低于协会公布的最低价销售"
INNOCENT = "会员自主定价，明码标价"


def table_of(path):
    out = io.StringIO()
    call_command("screen", str(path), tsv=True, stdout=out)
    return [line.split("\t") for line in out.getvalue().splitlines()]


def test_plain_text_is_screened_by_line_and_only_flagged_lines_are_listed(tmp_path):
    file = tmp_path / "公约.txt"
    file.write_text(f"{INNOCENT}\n{GUILTY}\n{INNOCENT}\n", encoding="gb18030")

    head, *rows = table_of(file)

    assert head == ["line", "category", "certainty", "basis", "text"]
    assert [(row[0], row[1], row[4]) for row in rows] == [("2", "price_fixing", GUILTY)]
    assert 0.5 <= float(rows[0][2]) <= 1


def test_standard_input_is_screened_by_line(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(f"{GUILTY}\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)

    assert [row[0] for row in table_of("-")] == ["line", "1"]


def test_a_word_document_is_screened_by_article(tmp_path):
    document = docx.Document()
    for text in ("第一条　会员自主定价。", f"第二条　{GUILTY}。"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "公约.docx"))

    assert [row[0] for row in table_of(tmp_path / "公约.docx")] == ["line", "a2"]


def test_people_read_why_on_what_basis_and_what_to_do(tmp_path):
    file = tmp_path / "公约.txt"
    file.write_text(GUILTY, encoding="utf-8")
    out = io.StringIO()

    call_command("screen", str(file), stdout=out)

    assert "固定或者协调价格" in out.getvalue()
    assert "依据：《反垄断法》" in out.getvalue()
    assert "不是结论" in out.getvalue()


def test_a_clean_text_is_said_to_be_clean(tmp_path):
    file = tmp_path / "公约.txt"
    file.write_text(INNOCENT, encoding="utf-8")
    out = io.StringIO()

    call_command("screen", str(file), stdout=out)

    assert "没有发现" in out.getvalue()


def test_a_missing_or_unreadable_file_is_refused_in_plain_words(tmp_path):
    with pytest.raises(CommandError, match="没有这个文件"):
        call_command("screen", str(tmp_path / "无.txt"))
    (tmp_path / "假.docx").write_bytes(b"MZ\x00\x00")
    with pytest.raises(CommandError):
        call_command("screen", str(tmp_path / "假.docx"))
