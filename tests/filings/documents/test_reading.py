import hashlib

import pytest

from filings.documents.blocks import Block, summary
from filings.documents.reading import read
from filings.inspection.refusals import FileRefused
from tests.filings.documents.honest_word_parts import FILES
from tests.filings.documents.pdf_files import column, pdf, scan
from tests.filings.inspection.hostile_office import docx_big_document_xml, docx_deep
from tests.filings.inspection.office_files import docx, xlsx


def test_a_word_file_is_read_in_the_child_with_its_pictures():
    reading = read(FILES["word_pictures"].make(), "docx")
    images = [block.image for block in reading.blocks if block.type == "image"]
    assert [hashlib.sha256(reading.images[digest]).hexdigest() for digest in images] == images


def test_a_pdf_is_read_from_its_path(tmp_path):
    path = tmp_path / "规约.pdf"
    path.write_bytes(pdf([column(["第一条　会员应当诚信。", "第三条　会员应当守法。"])]))
    reading = read(path, "pdf")
    assert summary(reading.blocks) == "读到 2 条"
    assert reading.warnings == ["第 1 条后面的编号不连续（接着是第 3 条）"]


def test_a_text_file_in_gbk_is_read():
    reading = read("第一条　会员应当诚信。".encode("gbk"), "txt")
    assert reading.blocks == [Block("article", "第一条", "会员应当诚信。")]


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (scan(), "pdf", "这份 PDF 是扫描件，请补充 Word 文本；扫描件作为签章凭证保留"),
        (b"any", "jpg", "这是图片，读不出文字"),
        (xlsx(), "xlsx", "Excel 表格只能作为附件"),
        (b" \n ", "txt", "没有从文件里读到文字"),
        (docx("<w:p/>"), "docx", "没有从文件里读到文字"),
    ],
)
def test_nothing_is_read_without_a_word_about_it(content, kind, words):
    reading = read(content, kind)
    assert reading.blocks == []
    assert reading.warnings[0].startswith(words)


@pytest.mark.parametrize(
    ("make", "code"),
    [(docx_big_document_xml, "expands"), (docx_deep, "expands"), (xlsx, "wrong_type")],
)
def test_a_file_that_is_no_sound_document_is_refused_by_name(make, code):
    with pytest.raises(FileRefused) as refusal:
        read(make(), "docx", "规约.docx")
    assert refusal.value.code == code
    assert "规约.docx" in refusal.value.sentence


def test_an_endless_text_is_refused():
    with pytest.raises(FileRefused, match="6 MB"):
        read(b"a" * (6 * 1024 * 1024), "txt")
