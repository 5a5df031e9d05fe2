import io

import pytest

from filings.documents.blocks import Block
from filings.documents.docx.reader import read_docx
from filings.documents.extraction import Reading, put_together
from filings.inspection.refusals import Unacceptable
from tests.filings.documents import (
    honest_libreoffice,
    honest_word,
    honest_word_parts,
    honest_wps,
)
from tests.filings.inspection.office_files import docx, xlsx

WORD_FILES = (
    honest_word.FILES | honest_word_parts.FILES | honest_wps.FILES | honest_libreoffice.FILES
)


def reading_of(content: bytes) -> Reading:
    return put_together(read_docx(io.BytesIO(content)))


@pytest.mark.parametrize("case", WORD_FILES)
def test_an_honest_word_file_reads_as_a_person_sees_it(case):
    file = WORD_FILES[case]
    reading = reading_of(file.make())
    assert [(block.type, block.number, block.text) for block in reading.blocks] == file.seen
    if file.warning:
        assert any(file.warning in said for said in reading.warnings), reading.warnings
    else:
        assert reading.warnings == []


def blocks_of(case: str) -> list[Block]:
    return reading_of(WORD_FILES[case].make()).blocks


def test_merged_cells_line_breaks_and_inner_tables_are_kept():
    assert blocks_of("wps_table_with_caption_and_merged_cells")[1] == Block(
        "table",
        text="表1 收费标准",
        rows=(("项目", "", "金额"), ("会费", "一级", "100\n每年"), ("", "二级", "内 表")),
        spans=((0, 0, 1, 2), (1, 0, 2, 1)),
    )


def test_a_table_of_a_web_page_keeps_its_merged_cells():
    assert blocks_of("word_whole_text_in_an_html_part")[-1] == Block(
        "table", rows=(("会费", "一级"), ("", "二级")), spans=((0, 0, 2, 1),)
    )


def test_footnotes_belong_to_their_block():
    first, second = blocks_of("word_footnotes_and_endnotes")
    assert (first.notes, second.notes) == (("由会员大会议定",), ("见章程",))


def test_deleted_words_are_left_out_and_remembered():
    reading = reading_of(WORD_FILES["word_with_revisions_left_open"].make())
    assert reading.dropped == ["串通涨价", "第二条　旧条文。"]


def test_pictures_come_as_rewritten_bytes_under_their_digest():
    reading = reading_of(WORD_FILES["word_pictures"].make())
    digests = [block.image for block in reading.blocks if block.type == "image"]
    assert sorted(digests) == sorted(reading.images)
    assert all(content.startswith(b"\x89PNG") for content in reading.images.values())


def test_an_empty_document_says_that_nothing_was_read():
    reading = reading_of(docx("<w:p/>"))
    assert reading.blocks == []
    assert "没有从文件里读到文字" in reading.warnings[0]


def test_a_workbook_is_no_document():
    with pytest.raises(Unacceptable) as refusal:
        read_docx(io.BytesIO(xlsx()))
    assert refusal.value.code == "wrong_type"
