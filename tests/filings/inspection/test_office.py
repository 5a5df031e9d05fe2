from pathlib import Path

import pytest

from filings.inspection import office
from filings.inspection.inspecting import inspect
from filings.inspection.refusals import FileRefused
from tests.filings.inspection.hostile import OLE
from tests.filings.inspection.hostile_pdfs import pdf, pdf_js_attach
from tests.filings.inspection.office_files import docx


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "upload.docx"
    path.write_bytes(docx())
    return path


@pytest.fixture
def libreoffice(tmp_path, monkeypatch):
    """A program in LibreOffice's place that leaves `content` as the PDF it made."""

    def install(content: bytes | None, name: str = "upload") -> None:
        made = tmp_path / "made.pdf"
        program = tmp_path / "soffice"
        lines = ["#!/bin/sh", "mkdir -p out"]
        if content is not None:
            made.write_bytes(content)
            lines.append(f"cp {made} out/{name}.pdf")
        program.write_text("\n".join(lines))
        program.chmod(0o755)
        monkeypatch.setattr(office.shutil, "which", lambda name: str(program))

    return install


def test_without_libreoffice_the_sentence_says_so(document, monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    with pytest.raises(office.Unavailable, match="没有安装 LibreOffice"):
        office.to_pdf(document)


def test_the_pages_lie_beside_the_document_and_are_inspected(document, libreoffice):
    libreoffice(pdf_js_attach())
    converted = office.to_pdf(document)
    assert (converted.path.parent, converted.pages) == (document.parent, 1)
    assert b"JavaScript" not in Path(converted.path).read_bytes()


@pytest.mark.parametrize("made", [None, b"no PDF", pdf(1001)], ids=["nothing", "junk", "too long"])
def test_a_failed_conversion_asks_for_a_pdf(document, libreoffice, made):
    libreoffice(made)
    with pytest.raises(office.Unavailable, match="请另附 PDF"):
        office.to_pdf(document)


OLD_WORD = OLE + bytes(600) + "WordDocument\0".encode("utf-16-le")


def test_an_old_word_file_is_accepted_as_pages(tmp_path, libreoffice):
    libreoffice(pdf(3), name="old")
    upload = tmp_path / "upload"
    upload.write_bytes(OLD_WORD)
    inspection = inspect(upload, "规约.doc")
    assert (inspection.kind, inspection.pages) == ("pdf", 3)
    assert "已转换成 PDF 页面" in inspection.warnings[0]
    assert {path.name for path in tmp_path.glob("old*")} == {inspection.clean.name}


@pytest.mark.parametrize(("name", "made"), [("规约.docx", pdf()), ("规约.doc", None)])
def test_otherwise_its_sender_is_told_how_to_save_it(tmp_path, libreoffice, name, made):
    libreoffice(made, name="old")
    upload = tmp_path / "upload"
    upload.write_bytes(OLD_WORD)
    with pytest.raises(FileRefused, match=r"另存为”，类型选 .docx"):
        inspect(upload, name)
