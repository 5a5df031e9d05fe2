from pathlib import Path

import pikepdf
import pytest

from filings.documents.extraction import Reading, put_together
from filings.documents.pdf.reader import read_pdf
from filings.documents.pdf.text_layer import EMPTY, OUTLINES, SCAN, UNREADABLE
from filings.inspection.refusals import Unacceptable
from tests.filings.documents.pdf_files import SIZE, centred, column, outlines, pdf, scan

LONG = (
    "会员应当遵守法律法规，诚实守信，公平竞争，"
    "不得损害消费者和其他会员的合法权益，自觉接受社会监督。"
)


@pytest.fixture
def read(tmp_path: Path):
    def reading_of(content: bytes) -> Reading:
        path = tmp_path / "a.pdf"
        path.write_bytes(content)
        return put_together(read_pdf(path))

    return reading_of


def seen(reading: Reading) -> list[tuple[str, str, str]]:
    return [(block.type, block.number, block.text) for block in reading.blocks]


def test_lines_are_joined_to_paragraphs_and_headings_recognised(read):
    body = column([f"第一条　{LONG}", "（一）明码标价；", LONG, f"第二条　{LONG}"], top=160)
    reading = read(
        pdf([[centred("餐饮行业协会自律规约", 80, 22), centred("第一章　总则", 130), *body]])
    )
    assert seen(reading) == [
        ("title", "", "餐饮行业协会自律规约"),
        ("chapter", "第一章", "总则"),
        ("article", "第一条", LONG),
        ("item", "（一）", "明码标价；"),
        ("paragraph", "", LONG),
        ("article", "第二条", LONG),
    ]
    assert reading.warnings == []


def test_a_paragraph_goes_on_over_the_page_and_running_heads_are_left_out(read):
    start = column([f"第一条　{LONG}"], top=676)
    texts = [
        start[:1],
        [(80, 100, SIZE, LONG[25:])],
        column([f"第二条　{LONG}"]),
        column([f"第三条　{LONG}"]),
    ]
    pages = [
        [centred("某某协会自律规约", 40, 9), *text, centred(f"— {number} —", 800, 9)]
        for number, text in enumerate(texts, start=1)
    ]
    reading = read(pdf(pages))
    assert seen(reading) == [("article", f"第{number}条", LONG) for number in "一二三"]
    assert reading.warnings == ["页眉、页脚和页码（8 行）没有读入正文"]
    assert reading.dropped == [
        "某某协会自律规约",
        "— 1 —",
        "某某协会自律规约",
        "— 2 —",
        "某某协会自律规约",
        "— 3 —",
        "某某协会自律规约",
        "— 4 —",
    ]


def test_two_columns_are_read_one_after_the_other(read):
    left = column([f"第{n}条　{LONG}" for n in "一二"], left=50, width=17)
    right = column([f"第{n}条　{LONG}" for n in "三四"], left=310, width=17)
    assert seen(read(pdf([left + right]))) == [
        ("article", f"第{number}条", LONG) for number in "一二三四"
    ]


def test_cells_that_stand_under_each_other_are_a_table(read):
    cells = [
        (80 + 120 * column_number, 200 + 24 * row, SIZE, text)
        for row, texts in enumerate((["项目", "依据", "金额"], ["会费", "章程", "300"]))
        for column_number, text in enumerate(texts)
    ]
    reading = read(
        pdf([[*column(["第一条　收费如下："]), *cells, *column(["第二条　完。"], top=300)]])
    )
    assert [block.type for block in reading.blocks] == ["article", "table", "article"]
    assert reading.blocks[1].rows == (("项目", "依据", "金额"), ("会费", "章程", "300"))
    assert "表格（1 个）是按版面位置推断的，请核对" in reading.warnings


def test_latin_words_keep_their_blanks_when_lines_are_joined(read):
    words = [
        (80, 100, SIZE, "第一条　本标准采用 ISO 9001 的要求并参照相应的国际标准 quality"),
        (80, 124, SIZE, "management 执行。"),
    ]
    assert seen(read(pdf([words]))) == [
        (
            "article", "第一条",
            "本标准采用 ISO 9001 的要求并参照相应的国际标准 quality management 执行。",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (scan, SCAN),
        (outlines, OUTLINES),
        (lambda: pdf([[]]), EMPTY),
        (
            lambda: pdf([[(80, 100, SIZE, "\ue001\ue002\ue003\ue004\ue005\ue006\ue007")]]),
            UNREADABLE,
        ),
    ],
)
def test_a_pdf_without_readable_text_says_what_it_is(read, make, sentence):
    reading = read(make())
    assert (reading.blocks, reading.warnings) == ([], [sentence])


def test_a_page_without_text_among_others_is_named(read):
    reading = read(pdf([column([f"第一条　{LONG}"]), [], column([f"第二条　{LONG}"])]))
    assert "第 2 页没有文字，可能是扫描页或空白页，请核对" in reading.warnings


def test_an_owner_password_does_not_keep_the_text_back(read):
    protected = pdf(
        [column([f"第一条　{LONG}"])],
        encryption=pikepdf.Encryption(
            owner="主", user="", allow=pikepdf.Permissions(extract=False)
        ),
    )
    assert seen(read(protected)) == [("article", "第一条", LONG)]


def test_a_password_or_damage_is_refused(tmp_path):
    locked, broken = tmp_path / "locked.pdf", tmp_path / "broken.pdf"
    locked.write_bytes(pdf([[]], encryption=pikepdf.Encryption(owner="主", user="用")))
    broken.write_bytes(b"%PDF-1.7\nnothing")
    for path, code in ((locked, "pdf_password"), (broken, "damaged")):
        with pytest.raises(Unacceptable) as refusal:
            read_pdf(path)
        assert refusal.value.code == code
