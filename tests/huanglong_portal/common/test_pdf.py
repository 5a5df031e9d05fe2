"""The press fetches nothing, prints hostile text literally, and never shows an empty box."""

import io
import re
import socket

import pikepdf
import pytest

from huanglong_portal.common import pdf
from tests.factories import files


def text_operators(content: bytes) -> list[bytes]:
    """The page's operators, decompressed."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return [page.Contents.read_bytes() for page in document.pages]


@pytest.mark.parametrize(
    "wanted",
    [
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="file:///etc/hostname">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="asset:unknown.png">',
        '<link rel="stylesheet" href="https://127.0.0.1:9/x.css">',
        '<style>@import url("http://127.0.0.1:9/y.css");</style>',
        '<style>p { background: url("ftp://127.0.0.1:9/z") }</style>',
        '<style>@font-face { font-family: X; src: url("http://127.0.0.1:9/f.otf") }</style>',
    ],
)
def test_nothing_outside_is_read(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("the press opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    with pytest.raises(pdf.PrintingError, match="不允许的地址"):
        pdf.render(f"<html lang='zh-CN'><head>{wanted}</head><body><p>文</p>{wanted}</body></html>")


def test_a_picture_handed_in_is_printed() -> None:

    printed = pdf.render('<img src="asset:photo.jpg">', assets={"photo.jpg": files.photo()})

    with pikepdf.open(io.BytesIO(printed)) as document:
        assert len(document.pages[0].get_images()) == 1


def test_a_character_no_face_has_stops_the_page_by_name() -> None:
    with pytest.raises(pdf.MissingGlyphs, match="🙂") as refused:
        pdf.render("<p>公约🙂</p>")

    assert refused.value.characters == "🙂"


def test_only_our_own_faces_are_embedded() -> None:
    printed = pdf.render('<p style="font-family:Arial, SimSun, serif">公约 covenant</p>')

    with pikepdf.open(io.BytesIO(printed)) as document:
        names = {str(font.BaseFont) for font in document.pages[0].Resources.Font.values()}
    assert names
    assert all(re.search("Fandol|Noto|Liberation", name) for name in names)


def test_a_justified_line_is_spread_between_its_characters() -> None:
    css = (
        "@page { size: 100mm 100mm; margin: 10mm } p { font: 16pt FandolFang; text-align: justify }"
    )

    (content,) = text_operators(pdf.render(f"<p>{'自律规约，诚实守信。' * 9}</p>", css=[css]))

    spread = [float(found) for found in re.findall(rb"([\d.]+) Tc", content) if float(found)]
    assert spread
    assert max(spread) < 8


def test_parts_of_a_book_come_without_font_files() -> None:
    whole = pdf.print_document("<p>自律规约</p>")
    part = pdf.print_document("<p>自律规约</p>", with_fonts=False)

    assert len(part.pdf) * 3 < len(whole.pdf)
    assert [face.texts for face in part.faces] == [face.texts for face in whole.faces]
