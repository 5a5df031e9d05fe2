"""Telling a file's type by its content (文件类型), never by its name or what the browser says."""

import re

from filings.inspection.refusals import Unacceptable

PDF, DOCX, XLSX, JPG, PNG = "pdf", "docx", "xlsx", "jpg", "png"
OFFICE = "office"  # a ZIP: which of the two is told by what it contains

MEDIA_TYPES = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JPG: "image/jpeg",
    PNG: "image/png",
}
SHOWN = {PDF: "PDF 文件", DOCX: "Word 文档", XLSX: "Excel 表格", JPG: "JPG 图片", PNG: "PNG 图片"}
EXTENSIONS = {
    PDF: (".pdf",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    JPG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    PNG: (".png",),
}

HEAD_LENGTH = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (
    (b"MZ", "Windows 程序"),
    (b"\x7fELF", "Linux 程序"),
    (b"%!PS", "PostScript 文件"),
    (b"\xc5\xd0\xd3\xc6", "EPS 图形"),
    (b"GIF8", "GIF 图片"),
    (b"BM", "BMP 图片"),
    (b"II*\x00", "TIFF 图片"),
    (b"MM\x00*", "TIFF 图片"),
    (b"{\\rtf", "RTF 文件"),
    (b"\x00\x00\x01\x00", "图标文件"),
    (b"%OFD", "OFD 文件"),
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim")
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(!doctype html|html|head|body|script|svg|\?xml)", re.I | re.S
)


def sniff(head: bytes) -> str:
    """PDF, JPG, PNG or OFFICE, from the first `HEAD_LENGTH` bytes.

    Raises Unacceptable for every other type, by name where the type is known.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t \x00")
    if start.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\xff\xd8\xff"):
        return JPG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return OFFICE
    if head.startswith(_OLE):
        raise Unacceptable("old_word")
    if head.startswith((b"\x89PNG", b"\xc3\xbf\xc3\x98", b"\xef\xbf\xbd\xef\xbf\xbd")):
        raise Unacceptable("text_mode")
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        raise Unacceptable("archive")
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIC_BRANDS:
            raise Unacceptable("heic")
        raise Unacceptable("wrong_type", what="视频或音频文件")
    if head[:4] == b"RIFF":
        raise Unacceptable(
            "wrong_type", what="WebP 图片" if head[8:12] == b"WEBP" else "音视频文件"
        )
    for magic, what in _OTHER:
        if head.startswith(magic):
            raise Unacceptable("wrong_type", what=what)
    if markup := _MARKUP.match(head):
        svg = b"<svg" in head.lower()
        what = "SVG 图形" if svg else "XML 文件" if markup[1] == b"?xml" else "网页"
        raise Unacceptable("wrong_type", what=what)
    if b"%PDF-" in head:
        raise Unacceptable("polyglot", what="PDF 前面有别的内容")
    if _is_text(head):
        raise Unacceptable("wrong_type", what="纯文本文件")
    raise Unacceptable("unknown_type")


def ole_code(content: bytes) -> str:
    """Which refusal an OLE file deserves: for a password, an old workbook or an old document."""
    names = {
        "EncryptedPackage": "office_password",
        "Workbook": "old_excel",
        "Book": "old_excel",
        "ETExtData": "old_excel",
    }
    for name, code in names.items():
        if f"{name}\0".encode("utf-16-le") in content:
            return code
    return "old_word"


def is_ole(head: bytes) -> bool:
    """Whether the file is an OLE compound file (.doc, .xls, .wps, or an encrypted .docx)."""
    return head.startswith(_OLE)


def picture_type(content: bytes) -> str:
    """The media type of a picture that a reader has written anew: JPEG or PNG."""
    return MEDIA_TYPES[JPG if content.startswith(b"\xff\xd8\xff") else PNG]


def extension_mismatch(name: str, kind: str) -> str:
    """A sentence when the name says another type than the content, else ""."""
    dot = name.rfind(".")
    extension = name[dot:].lower() if dot > 0 else ""
    if not extension or extension in EXTENSIONS[kind]:
        return ""
    return f"文件名的后缀是 {extension}，内容其实是 {SHOWN[kind]}，已按 {SHOWN[kind]}处理"


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if any(sign < 9 for sign in head):
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            head[: len(head) - 8 if len(head) >= HEAD_LENGTH else None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
