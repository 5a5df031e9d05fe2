"""The hostile corpus (恶意文件集), made when a test asks for it and never kept as binary.

`HOSTILE` maps a name to (file name, maker, outcome). The outcome is the refusal's code, or
"rebuilt" where the file is accepted and the clean copy is harmless.
"""

import zlib
from collections.abc import Callable

from pikepdf import Name

from tests.filings.inspection import hostile_office as office
from tests.filings.inspection import hostile_pdfs as pdfs
from tests.filings.inspection import hostile_pictures as pictures
from tests.filings.inspection.office_files import docx, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
    "jpg_appended_html": (
        "a.jpg",
        lambda: pictures.jpg() + b"<script>alert(1)</script>",
        "rebuilt",
    ),
    "jpg_gps": ("a.jpg", pictures.jpg_gps, "rebuilt"),
    "jpg_truncated": ("a.jpg", lambda: pictures.jpg(400, 300)[:-200], "damaged"),
    "png_pixel_flood": ("a.png", pictures.png_pixel_flood, "too_many_pixels"),
    "apng": ("a.png", pictures.apng, "rebuilt"),
    "pdf_stream_bomb": ("a.pdf", pdfs.pdf_stream_bomb, "expands"),
    "pdf_nested_flate": ("a.pdf", pdfs.pdf_nested_flate, "expands"),
    "pdf_run_length_bomb": ("a.pdf", pdfs.pdf_run_length_bomb, "expands"),
    "pdf_lzw_bomb": ("a.pdf", pdfs.pdf_lzw_bomb, "expands"),
    "pdf_jpx_bomb": ("a.pdf", pdfs.pdf_jpx_bomb, "too_many_pixels"),
    "pdf_jbig2_bomb": ("a.pdf", pdfs.pdf_jbig2_bomb, "too_many_pixels"),
    "pdf_declared_pixels": (
        "a.pdf",
        lambda: pdfs.pdf(change=pdfs.picture(zlib.compress(b""), Name.FlateDecode, 99999, 99999)),
        "too_many_pixels",
    ),
    "pdf_objstm_many": ("a.pdf", pdfs.pdf_objstm_many, "pdf_structure"),
    "pdf_page_loop": ("a.pdf", pdfs.pdf_page_loop, "damaged"),
    "pdf_deep": ("a.pdf", pdfs.pdf_deep, "damaged"),
    "pdf_self_drawing": ("a.pdf", pdfs.pdf_self_drawing, "pdf_structure"),
    "pdf_lattice": ("a.pdf", pdfs.pdf_lattice, "rebuilt"),
    "pdf_1001_pages": ("a.pdf", lambda: pdfs.pdf(1001), "too_many_pages"),
    "pdf_encrypted": ("a.pdf", pdfs.pdf_encrypted, "pdf_password"),
    "pdf_js_attach": ("a.pdf", pdfs.pdf_js_attach, "rebuilt"),
    "pdf_page_action": ("a.pdf", pdfs.pdf_page_action, "rebuilt"),
    "pdf_xfa": ("a.pdf", pdfs.pdf_xfa, "rebuilt"),
    "pdf_dynamic_xfa": ("a.pdf", pdfs.pdf_dynamic_xfa, "pdf_form"),
    "pdf_portfolio": ("a.pdf", pdfs.pdf_portfolio, "pdf_portfolio"),
    "pdf_truncated": ("a.pdf", pdfs.pdf_truncated, "rebuilt"),
    "polyglot_pdf_html": ("a.pdf", lambda: b"<html><script></script>" + pdfs.pdf(), "wrong_type"),
    "polyglot_pdf_zip": ("a.pdf", lambda: pdfs.pdf() + zipped({"a.txt": "x"}), "polyglot"),
    "docx_billion_laughs": ("a.docx", office.docx_billion_laughs, "dtd"),
    "docx_quadratic": ("a.docx", office.docx_quadratic, "dtd"),
    "docx_xxe": ("a.docx", office.docx_xxe, "dtd"),
    "docx_utf16_dtd": ("a.docx", office.docx_utf16_dtd, "dtd"),
    "docx_utf7": ("a.docx", office.docx_utf7, "zip_structure"),
    "docx_zip_bomb": ("a.docx", office.docx_zip_bomb, "expands"),
    "docx_big_document_xml": ("a.docx", office.docx_big_document_xml, "expands"),
    "docx_deep": ("a.docx", office.docx_deep, "expands"),
    "docx_lying_size": ("a.docx", office.docx_lying_size, "zip_structure"),
    "docx_dup_part": ("a.docx", office.docx_dup_part, "zip_structure"),
    "docx_overlapping": ("a.docx", office.docx_overlapping, "damaged"),
    "docx_zip_slip": (
        "a.docx",
        lambda: office.zip_with(lambda z: z.writestr("../../tmp/pwn", "x")),
        "zip_structure",
    ),
    "docx_symlink": ("a.docx", office.docx_symlink, "zip_structure"),
    "docx_70k_parts": ("a.docx", office.docx_many_parts, "zip_structure"),
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
    "docx_remote_template": ("a.docx", office.docx_remote_template, "remote"),
    "docx_share_template": ("a.docx", lambda: office.template("\\\\host\\a.dotm"), "remote"),
    "docx_local_template": ("a.docx", office.docx_local_template, "rebuilt"),
    "docx_dde": ("a.docx", office.docx_dde, "active_field"),
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
    "ofd": ("a.ofd", lambda: zipped({"OFD.xml": "<ofd/>"}), "wrong_type"),
    "ruined_as_text": ("a.docx", office.ruined_as_text, "text_mode"),
}
