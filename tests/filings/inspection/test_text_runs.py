import pikepdf
import pytest

from filings.inspection.text_runs import joined


def line(*words: tuple[str, float], up: float = 0) -> bytes:
    """A line of 20 points as Tesseract writes it: each word, and how far the next one begins."""
    said = [b"BT 3 Tr 1 0 0 1 50 700 Tm /f-0-0 20 Tf"]
    for word, right in words:
        codes = f"{word} ".encode("utf-16-be").hex()
        said.append(f"80 Tz [ <{codes}> ] TJ {right} {up} Td".encode())
    return b"\n".join([*said, b"ET"])


def words_of(content: bytes) -> list[str]:
    with pikepdf.new() as document:
        stream = document.make_stream(joined(read(document, content)))
        return [
            bytes(each.operands[0][0]).decode("utf-16-be")
            for each in pikepdf.parse_content_stream(stream)
            if str(each.operator) == "TJ"
        ]


def read(document: pikepdf.Pdf, content: bytes):
    return pikepdf.parse_content_stream(document.make_stream(content))


@pytest.mark.parametrize(("first", "right", "second", "up", "kept"), [
    ("诚信", 40, "自律", 0, "诚信"),
    ("诚信", 40, "自律", -0.5, "诚信"),  # a line a little askew
    ("诚信", 90, "自律", 0, "诚信 "),  # a column apart
    ("诚信", -200, "自律", -24, "诚信 "),  # the next line
    ("诚信", 40, "ISO", 0, "诚信 "),
    ("group", 60, "standard", 0, "group "),
    ("规约", 40, "。", 0, "规约"),
])  # fmt: skip
def test_blanks_go_between_neighbouring_chinese_only(first, right, second, up, kept):
    assert words_of(line((first, right), (second, 0), up=up)) == [kept, f"{second} "]


def test_a_joined_run_reaches_to_where_the_next_one_begins():
    with pikepdf.new() as document:
        said = pikepdf.parse_content_stream(
            document.make_stream(joined(read(document, line(("诚信", 36), ("自律", 0)))))
        )
        stretched = [float(each.operands[0]) for each in said if str(each.operator) == "Tz"]
    assert 2 * 10 * stretched[0] / 100 == pytest.approx(36)
    assert stretched[1] == 80


def test_a_page_without_words_says_nothing():
    with pikepdf.new() as document:
        assert b"TJ" not in joined(read(document, b"q 595 0 0 842 0 0 cm Q"))
