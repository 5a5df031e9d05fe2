"""Thirty honest uploads (真实文件), as associations send them; each must be accepted.

`HONEST` maps a name to (file name, maker, kind, words of a warning or "").
"""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from tests.filings.documents import (
    honest_libreoffice,
    honest_word,
    honest_word_parts,
    honest_wps,
)
from tests.filings.documents.pdf_files import column, scan
from tests.filings.documents.pdf_files import pdf as text_pdf
from tests.filings.documents.word_files import strict
from tests.filings.inspection.hostile_office import template
from tests.filings.inspection.hostile_pdfs import pdf
from tests.filings.inspection.hostile_pictures import jpg
from tests.filings.inspection.office_files import docx, relationship, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ARTICLES = [column(["第一条　会员应当诚信。"])]


def pdf_with_signature_seal() -> bytes:
    """A signed PDF: the seal is the look of a signature field, added as an update at the end."""

    def change(document: pikepdf.Pdf) -> None:
        seal = Stream(document, b"1 0 0 rg 0 0 100 100 re f")
        seal.Type, seal.Subtype, seal.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
        field = document.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T="seal", F=4,
                Rect=Array([100, 100, 200, 200]), AP=Dictionary(N=seal),
            )
        )  # fmt: skip
        document.pages[0].Annots = Array([field])
        document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    return pdf(change=change)


def pdf_with_stamp() -> bytes:
    """A PDF stamped in a reader: the stamp is an annotation."""

    def change(document: pikepdf.Pdf) -> None:
        look = Stream(document, b"1 0 0 rg 0 0 50 50 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
        document.pages[0].Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Stamp, F=4, Rect=Array([10, 10, 60, 60]),
                        AP=Dictionary(N=look))]
        )  # fmt: skip

    return pdf(change=change)


def pdf_with_link() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.URI, URI="https://example.com/")
        document.pages[0].Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)]
        )

    return pdf(change=change)


def picture(mode: str, image_format: str, size: tuple[int, int] = (80, 60), **save) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size).save(file, image_format, **save)
    return file.getvalue()


def jpg_turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees, as telephones write it
    return jpg(120, 80, exif=exif)


def docx_with_chart() -> bytes:
    return docx(parts={
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx(),
        "word/embeddings/oleObject1.bin": OLE + "Equation Native\0".encode("utf-16-le"),
    })  # fmt: skip


def docx_with_web_controls() -> bytes:
    return docx(
        '<w:p><w:r><w:t>表单</w:t></w:r><w:r><w:object><w:control r:id="rId7"/></w:object></w:r>'
        "</w:p>",
        parts={"word/activeX/activeX1.xml": "<ax/>", "word/activeX/activeX1.bin": b"\1\2"},
        references=(relationship("rId7", "control", "activeX/activeX1.xml"),),
    )


def docx_with_linked_picture() -> bytes:
    return docx(
        references=(
            relationship("rId7", "image", "file:///C:/Users/wang/a.png", external=True),
            relationship("rId8", "hyperlink", "https://www.mca.gov.cn/", external=True),
            relationship("rId9", "hyperlink", "file:///C:/a.docx", external=True),
        )
    )


def made_on_windows() -> bytes:
    """Some converters write part names with backslashes and folders of their own."""
    import zipfile

    file = io.BytesIO(docx())
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({"word/": b"", **parts})


def _word(catalogue, name: str) -> Callable[[], bytes]:
    return catalogue.FILES[name].make


HONEST: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "word_numbering": (
        "规约.docx",
        _word(honest_word, "word_articles_numbered_automatically"),
        "docx",
        "",
    ),
    "word_revisions": (
        "规约.docx",
        _word(honest_word, "word_with_revisions_left_open"),
        "docx",
        "",
    ),
    "word_contents": (
        "规约.docx",
        _word(honest_word, "word_contents_field_over_paragraphs"),
        "docx",
        "",
    ),
    "word_html_part": (
        "规约.docx",
        _word(honest_word_parts, "word_whole_text_in_an_html_part"),
        "docx",
        "",
    ),
    "word_pictures": ("规约.docx", _word(honest_word_parts, "word_pictures"), "docx", ""),
    "word_strict": ("规约.docx", lambda: strict(docx()), "docx", ""),
    "wps_lists": ("承诺书.docx", _word(honest_wps, "wps_lists_counted_in_chinese"), "docx", ""),
    "wps_table": (
        "承诺书.docx",
        _word(honest_wps, "wps_table_with_caption_and_merged_cells"),
        "docx",
        "",
    ),
    "libreoffice": (
        "承诺书.docx",
        _word(honest_libreoffice, "libreoffice_boxes_in_a_group"),
        "docx",
        "",
    ),
    "local_template": ("a.docx", lambda: template("file:///C:\\x\\Normal.dotm"), "docx", ""),
    "relative_template": ("a.docx", lambda: template("Normal.dotm"), "docx", ""),
    "chart_and_formula": ("a.docx", docx_with_chart, "docx", "嵌入的对象（2 个"),
    "web_controls": ("a.docx", docx_with_web_controls, "docx", "嵌入的对象（1 个"),
    "linked_picture": ("a.docx", docx_with_linked_picture, "docx", "有 1 张图片只是链接"),
    "made_on_windows": ("a.docx", made_on_windows, "docx", ""),
    "workbook": ("收费表.xlsx", xlsx, "xlsx", ""),
    "docx_called_doc": ("规约.doc", docx, "docx", "内容其实是 Word 文档"),
    "text_pdf": ("a.pdf", lambda: text_pdf(ARTICLES), "pdf", ""),
    "scan_pdf": ("扫描件.pdf", scan, "pdf", ""),
    "old_pdf": ("a.pdf", lambda: pdf(3, force_version="1.3"), "pdf", ""),
    "linearized_pdf": ("a.pdf", lambda: pdf(3, linearize=True), "pdf", ""),
    "owner_password": (
        "a.pdf",
        lambda: pdf(encryption=pikepdf.Encryption(owner="主", user="")),
        "pdf",
        "编辑限制",
    ),
    "signed_pdf": ("盖章件.pdf", pdf_with_signature_seal, "pdf", "电子签名"),
    "stamped_pdf": ("盖章件.pdf", pdf_with_stamp, "pdf", ""),
    "pdf_with_link": ("a.pdf", pdf_with_link, "pdf", ""),
    "pdf_after_blank_line": ("a.pdf", lambda: b"\r\n" + pdf(), "pdf", ""),
    "pdf_with_trailing_zeros": ("a.pdf", lambda: pdf() + bytes(500), "pdf", ""),
    "thousand_pages": ("a.pdf", lambda: pdf(1000), "pdf", ""),
    "pdf_called_jpg": ("a.jpg", pdf, "pdf", "内容其实是 PDF 文件"),
    "photo": ("微信图片.jpg", lambda: jpg(400, 300, quality=80), "jpg", ""),
    "progressive_photo": ("a.jpeg", lambda: jpg(progressive=True), "jpg", ""),
    "turned_photo": ("a.JPG", jpg_turned, "jpg", ""),
    "grey_scan": ("a.jpg", lambda: jpg(mode="L"), "jpg", ""),
    "print_shop_photo": ("a.jpg", lambda: jpg(mode="CMYK"), "jpg", ""),
    "telephone_photo": (
        "a.jpg",
        lambda: picture("RGB", "MPO", save_all=True, append_images=[Image.new("RGB", (80, 60))]),
        "jpg",
        "",
    ),
    "screenshot": ("a.png", lambda: picture("RGBA", "PNG"), "png", ""),
    "drawing": ("a.png", lambda: picture("P", "PNG", transparency=0), "png", ""),
    "black_and_white": ("a.png", lambda: picture("1", "PNG"), "png", ""),
    "deep_grey": ("a.png", lambda: picture("I;16", "PNG"), "png", ""),
}
