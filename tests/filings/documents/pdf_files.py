"""PDFs for tests with words at given places, in a font that needs no font file."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

WIDTH, HEIGHT = 595, 842
SIZE = 14

Placed = tuple[float, float, float, str]  # x, y from above, size, text

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""


def pdf(pages: Sequence[Sequence[Placed]], to_unicode: bool = True, **save) -> bytes:
    """A PDF of pages of placed words."""
    document = pikepdf.new()
    font = _font(document, to_unicode)
    for words in pages:
        document.add_blank_page(page_size=(WIDTH, HEIGHT))
        page = document.pages[-1]
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = Stream(document, b"\n".join(_shown(*word) for word in words))
    file = io.BytesIO()
    document.save(file, **save)
    return file.getvalue()


def _shown(x: float, y: float, size: float, text: str) -> bytes:
    codes = text.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {x} {HEIGHT - y} Td <{codes}> Tj ET".encode()


def _font(document: pikepdf.Pdf, to_unicode: bool) -> pikepdf.Object:
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Song"), Flags=4, ItalicAngle=0, Ascent=860,
        Descent=-140, CapHeight=700, StemV=80, FontBBox=Array([0, -140, 1000, 860]),
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/Song"), DW=1000,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=descriptor, W=Array([32, 126, 500]),
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Song"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
    )  # fmt: skip
    if to_unicode:
        font.ToUnicode = Stream(document, _TO_UNICODE)
    return document.make_indirect(font)


def column(
    text: Sequence[str], left: float = 80, width: int = 31, top: float = 100, pitch: float = 24
) -> list[Placed]:
    """Paragraphs set in lines of `width` characters, the first line indented by two."""
    placed: list[Placed] = []
    y = top
    for paragraph in text:
        rest = "　　" + paragraph
        while rest:
            indent = len(rest) - len(rest.lstrip("　"))
            placed.append((left + indent * SIZE, y, SIZE, rest[indent:width]))
            rest, y = rest[width:], y + pitch
    return placed


def centred(text: str, y: float, size: float = SIZE) -> Placed:
    """A line in the middle of the page."""
    return ((WIDTH - len(text) * size) / 2, y, size, text)


def scan() -> bytes:
    """A page that is one large picture."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(WIDTH, HEIGHT))
    picture = Stream(document, bytes(600 * 800))
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = 600, 800, 8
    picture.ColorSpace = Name.DeviceGray
    document.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=picture))
    document.pages[0].Contents = Stream(document, b"q 595 0 0 842 0 0 cm /Im0 Do Q")
    return _saved(document)


def outlines() -> bytes:
    """A page whose letters are drawn as shapes."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(WIDTH, HEIGHT))
    shape = b"100 700 m 110 700 l 110 710 l 100 710 l h f\n"
    document.pages[0].Contents = Stream(document, shape * 300)
    return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
