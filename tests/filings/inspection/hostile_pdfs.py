"""Hostile PDFs: bombs, loops, active content, files in disguise."""

import io
import struct
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

AS_IS = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}


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
    return pdf(change=picture(b"\xff\x4f\xff\x51" + size + b"\0" * 20, Name.JPXDecode))


def pdf_jbig2_bomb() -> bytes:
    page = struct.pack(">LBBBL", 0, 48, 0, 1, 19) + struct.pack(">LLLLBH", 90000, 90000, 0, 0, 0, 0)
    return pdf(change=picture(page, Name.JBIG2Decode))


def picture(data: bytes, coding: Name, width: int = 10, height: int = 10):
    def change(document: pikepdf.Pdf) -> None:
        image = Stream(document, data)
        image.Type, image.Subtype = Name.XObject, Name.Image
        image.Width, image.Height = width, height
        image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceGray
        image.Filter = coding
        document.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=image))
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
