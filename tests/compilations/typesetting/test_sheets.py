"""Set pieces: hostile words literal, bad characters and files named, attached pages whole."""

import io
import socket
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from compilations.typesetting import sheets
from compilations.typesetting.attached import UnreadableFile
from compilations.typesetting.entries import AttachedFile, Document
from filings.documents.blocks import Block
from filings.presentation import Section
from tests.factories import files

HOSTILE = (
    '<img src="http://127.0.0.1:9/x"><link rel="attachment" href="file:///etc/passwd">'
    "<style>@import 'http://127.0.0.1:9/y'</style> \\\\host\\share {{ settings.SECRET_KEY }}"
)


def attached(path: Path, content: bytes, *, is_pdf: bool = True) -> AttachedFile:
    """A file behind the document."""
    path.write_bytes(content)
    return AttachedFile("会议纪要.pdf", "附件1　会议纪要", path, is_pdf)


def words_of(sheet: sheets.Sheet) -> str:
    """All text that the piece's glyphs stand for, in no order."""
    with pikepdf.open(io.BytesIO(sheet.pdf)) as pdf:
        faces, _, _ = sheets.read_note(pdf)
    return "".join(text for _, _, texts in faces for text in texts.values())


def test_hostile_words_are_printed_and_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("the press opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = Document(
        title=HOSTILE,
        note=HOSTILE,
        lead=(Section("案例信息", facts=((HOSTILE, HOSTILE),)),),
        blocks=(
            Block("chapter", HOSTILE, HOSTILE),
            Block("article", HOSTILE, HOSTILE, notes=(HOSTILE,)),
            Block("table", text=HOSTILE, rows=((HOSTILE, HOSTILE), (HOSTILE, HOSTILE))),
        ),
        signature=(HOSTILE,),
    )

    sheet = sheets.set_document(document)

    assert {"<", ">", "{", "\\"} <= set(words_of(sheet))


def test_a_character_that_cannot_be_printed_is_named() -> None:
    document = Document("规约", blocks=(Block("article", "第一条", "诚信🙂经营"),))

    with pytest.raises(sheets.NotPrintable, match=r"🙂”（U\+1F642）"):
        sheets.set_document(document)


def test_a_missing_picture_is_refused_not_left_out() -> None:
    document = Document("规约", blocks=(Block("image", text="图1", image="0" * 64),))

    with pytest.raises(sheets.NotPrintable):
        sheets.set_document(document)


def test_attached_pages_follow_the_text_one_page_each(tmp_path: Path) -> None:
    plain = sheets.set_document(Document("规约"))

    sheet = sheets.set_document(
        Document("规约", attached=(attached(tmp_path / "a", files.pdf(3)),))
    )

    assert sheet.pages == plain.pages + 3


def test_a_landscape_page_is_turned_and_fits_the_measure(tmp_path: Path) -> None:
    wide = pikepdf.new()
    wide.add_blank_page(page_size=(842, 595))
    buffer = io.BytesIO()
    wide.save(buffer)

    sheet = sheets.set_document(
        Document("规约", attached=(attached(tmp_path / "a", buffer.getvalue()),))
    )

    with pikepdf.open(io.BytesIO(sheet.pdf)) as pdf:
        form = pdf.pages[-1].Resources.XObject.Attached
        content = pdf.pages[-1].Contents.read_bytes()
    a, b, c, d, _, _ = (float(number) for number in form.Matrix)
    assert (a, d) == (0, 0)
    assert b * c < 0
    scale = float(content.rsplit(b"/Attached Do", 1)[0].rsplit(b"q", 1)[1].split()[0])
    assert 842 * abs(scale) <= (297 - 37 - 35) / 25.4 * 72


def test_an_empty_pdf_and_a_broken_one_are_named(tmp_path: Path) -> None:
    for content in (b"%PDF-1.7 nothing", b""):
        with pytest.raises(UnreadableFile) as refused:
            sheets.set_document(Document("规约", attached=(attached(tmp_path / "a", content),)))
        assert refused.value.file_name == "会议纪要.pdf"


def test_a_locked_pdf_asks_for_the_password_to_be_removed(tmp_path: Path) -> None:
    locked = attached(tmp_path / "a", files.pdf(1, password="secret"))

    with pytest.raises(UnreadableFile, match="密码"):
        sheets.set_document(Document("规约", attached=(locked,)))


def test_a_photograph_is_placed_without_being_encoded_anew(tmp_path: Path) -> None:
    photo = files.photo("red")

    sheet = sheets.set_document(
        Document("规约", attached=(attached(tmp_path / "a.jpg", photo, is_pdf=False),))
    )

    with pikepdf.open(io.BytesIO(sheet.pdf)) as pdf:
        form = pdf.pages[-1].Resources.XObject.Attached
        (image,) = form.Resources.XObject.values()
        assert image.read_raw_bytes() == photo


def test_a_transparent_picture_is_laid_on_white(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (60, 40), (255, 0, 0, 90)).save(buffer, "PNG")

    sheet = sheets.set_document(
        Document("规约", attached=(attached(tmp_path / "a", buffer.getvalue(), is_pdf=False),))
    )

    assert sheet.pages == 2


def test_scripts_of_an_attached_page_stay_behind(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.AA = pikepdf.Dictionary(
        O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    )
    buffer = io.BytesIO()
    pdf.save(buffer)

    sheet = sheets.set_document(
        Document("规约", attached=(attached(tmp_path / "a", buffer.getvalue()),))
    )

    assert b"JavaScript" not in sheet.pdf
    with pikepdf.open(io.BytesIO(sheet.pdf)) as made:
        assert all("/AA" not in page.obj for page in made.pages)


def test_a_page_with_a_font_left_outside_makes_the_book_no_archive(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            F1=pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
            )
        )
    )
    buffer = io.BytesIO()
    pdf.save(buffer)

    sheet = sheets.set_document(
        Document("规约", attached=(attached(tmp_path / "a", buffer.getvalue()),))
    )

    with pikepdf.open(io.BytesIO(sheet.pdf)) as made:
        assert sheets.read_note(made)[2] is False
