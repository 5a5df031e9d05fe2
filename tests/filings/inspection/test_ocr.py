from pathlib import Path

import pikepdf
import pytest

from filings.documents.pdf.words import pages_of
from filings.inspection import ocr
from tests.filings.documents import pdf_files
from tests.filings.inspection.scans import MIDDLE, WORDS, photo, scan


def layered(folder: Path, content: bytes, kind: str = "pdf") -> Path | None:
    source = folder / f"pages.{kind}"
    source.write_bytes(content)
    return ocr.add_text_layer(source, folder, kind=kind)


def places(path: Path) -> list[tuple[str, float, float]]:
    """Each word of the first page with its middle, in points of the page as it is seen."""
    return [
        (word.text, (word.left + word.right) / 2, (word.top + word.bottom) / 2)
        for word in pages_of(path)[0].words
    ]


def pictures(path: Path) -> list[bytes]:
    with pikepdf.open(path) as document:
        return [
            picture.read_raw_bytes()
            for page in document.pages
            for picture in page.get_images().values()
        ]


def boxes(path: Path) -> list[tuple[list[float], int]]:
    with pikepdf.open(path) as document:
        return [
            ([float(edge) for edge in page.mediabox], int(page.obj.get("/Rotate", 0)))
            for page in document.pages
        ]


@pytest.mark.parametrize(("turned", "shifted"), [(0, 0), (90, 0), (180, 40), (270, 40)])
def test_the_words_of_a_scan_lie_where_they_are_seen(tmp_path, turned, shifted):
    made = layered(tmp_path, scan(turned=turned, shifted=shifted))

    assert made is not None
    ((text, across, down),) = places(made)
    assert text == WORDS
    assert (across, down) == (pytest.approx(MIDDLE[0], abs=6), pytest.approx(MIDDLE[1], abs=6))
    assert boxes(made) == boxes(tmp_path / "pages.pdf")
    assert pictures(made) == pictures(tmp_path / "pages.pdf")


@pytest.mark.parametrize(("kind", "content"), [
    ("jpg", photo()),
    ("png", photo(kind="PNG", mode="RGBA")),
])  # fmt: skip
def test_a_photo_becomes_one_searchable_page(tmp_path, kind, content):
    made = layered(tmp_path, content, kind)

    assert made is not None
    assert [text for text, _, _ in places(made)] == [WORDS]
    assert len(boxes(made)) == 1
    if kind == "jpg":
        assert pictures(made) == [content]


def test_nothing_is_added_to_pages_that_have_text_or_show_none(tmp_path):
    with_text = pdf_files.pdf([[pdf_files.centred("诚信自律规约", 100)]])
    assert layered(tmp_path, with_text) is None
    assert layered(tmp_path, scan(words="")) is None


def test_a_line_that_a_scanning_app_printed_is_not_the_text_of_the_page(tmp_path):
    path = tmp_path / "stamped.pdf"
    path.write_bytes(scan())
    note = tmp_path / "note.pdf"
    note.write_bytes(pdf_files.pdf([[(80.0, 800.0, 10.0, "由某应用扫描")]]))
    with pikepdf.open(path, allow_overwriting_input=True) as page, pikepdf.open(note) as words:
        page.pages[0].add_overlay(words.pages[0])
        page.save(path)

    made = layered(tmp_path, path.read_bytes())

    assert made is not None
    assert WORDS in [text for text, _, _ in places(made)]


def test_no_more_pages_are_read_than_allowed(tmp_path, monkeypatch):
    with pikepdf.new() as document:
        for _ in range(ocr.MOST_PAGES_READ + 1):
            document.add_blank_page()
        document.save(tmp_path / "long.pdf")
    read = []
    monkeypatch.setattr(ocr, "_recognised", lambda program, source, number, pixels: read.append(1))

    ocr.read_pages("", str(tmp_path / "long.pdf"), "pdf", str(tmp_path / "raw.pdf"))

    assert len(read) == ocr.MOST_PAGES_READ


def test_what_is_not_read_in_time_stays_as_it_is(tmp_path, monkeypatch):
    (tmp_path / "pages.pdf").write_bytes(scan())
    monkeypatch.setattr(ocr, "_SECONDS", 0)

    found = ocr.read_pages("", str(tmp_path / "pages.pdf"), "pdf", str(tmp_path / "raw.pdf"))

    assert found == {"read": 0, "pages": 1}


def test_a_page_on_which_a_program_fails_stays_as_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages.pdf").write_bytes(scan())

    found = ocr.read_pages("false", "pages.pdf", "pdf", "raw.pdf")

    assert found == {"read": 0, "pages": 1}


@pytest.mark.parametrize("languages", [None, "eng osd"], ids=["no program", "no Chinese"])
def test_without_tesseract_and_its_chinese_it_is_unavailable(tmp_path, monkeypatch, languages):
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\necho {languages}\n")
    program.chmod(0o755)
    monkeypatch.setattr(ocr.shutil, "which", lambda name: str(program) if languages else None)

    with pytest.raises(ocr.Unavailable, match="没有安装"):
        layered(tmp_path, scan())


def test_a_broken_file_is_left_alone(tmp_path):
    with pytest.raises(ocr.Unavailable, match="照原样使用"):
        layered(tmp_path, b"%PDF-1.7 nothing")
