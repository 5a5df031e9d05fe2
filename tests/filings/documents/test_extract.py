import json

import pytest
from django.core.management import CommandError, call_command

from tests.filings.documents.word_files import p, table, tr, word
from tests.filings.inspection.hostile_pdfs import pdf_encrypted


@pytest.fixture
def convention(tmp_path):
    path = tmp_path / "规约.docx"
    path.write_bytes(
        word(p("第一章　总则") + p("第一条　会员应当诚信。") + table(tr("会费", "300")))
    )
    return path


def test_extract_prints_what_was_read(convention, capsys):
    call_command("extract", str(convention))
    assert capsys.readouterr().out == (
        "读到 1 章 1 条，1 个表格\n\n第一章　总则\n第一条　会员应当诚信。\n〔表〕\n| 会费 | 300 |\n"
    )


def test_extract_prints_json(convention, capsys):
    call_command("extract", str(convention), "--json")
    assert json.loads(capsys.readouterr().out) == {
        "blocks": [
            {"type": "chapter", "number": "第一章", "text": "总则"},
            {"type": "article", "number": "第一条", "text": "会员应当诚信。"},
            {"type": "table", "number": "", "text": "", "rows": [["会费", "300"]]},
        ],
        "warnings": [],
    }


def test_extract_reads_text_files(tmp_path, capsys):
    path = tmp_path / "规约.txt"
    path.write_bytes("第一条　会员应当诚信。".encode("gbk"))
    call_command("extract", str(path))
    assert "读到 1 条" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "没有这个文件"),
        (b"", "空文件"),
        (b"MZ", "Windows 程序"),
        (pdf_encrypted(), "打开密码"),
    ],
)
def test_extract_fails_with_a_sentence(tmp_path, content, words):
    path = tmp_path / "a.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=words):
        call_command("extract", str(path))
