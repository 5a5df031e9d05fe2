import pytest

from filings.documents.encodings import decoded

TEXT = "第一条　会员应当诚信。\r\n第二条 2024 年施行。"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gbk"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "mark", "gbk", "gb18030", "utf-16", "utf-16-be", "le", "be"],
)
def test_a_text_file_reads_the_same_in_every_encoding(content):
    assert decoded(content) == TEXT


def test_a_declared_encoding_decides_where_it_fits():
    assert decoded("會員".encode("big5"), declared="big5") == "會員"
    assert decoded("会员".encode(), declared="no-such") == "会员"


def test_bytes_that_no_encoding_explains_are_shown():
    assert "\ufffd" in decoded("会员".encode() + b"\xff\xff\xff")
