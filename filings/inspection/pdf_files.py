"""Inspecting PDFs in the confined child: counted, then rebuilt page by page (逐页重建).

The clean copy holds pages and nothing else: no scripts, actions, attachments, forms or links.
What a stamp or a signature field shows on the page is drawn into the page first, so that seals
stay visible.
"""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from filings.inspection.kinds import PDF
from filings.inspection.pdf_streams import Budget
from filings.inspection.refusals import MOST_PAGES, Unacceptable

MOST_OBJECTS = 250_000
_TAIL = 1024 * 1024
_DEEPEST_DRAWING = 30

_PAGE_KEYS = (
    "/Type",
    "/MediaBox",
    "/CropBox",
    "/BleedBox",
    "/TrimBox",
    "/ArtBox",
    "/Rotate",
    "/UserUnit",
    "/Resources",
    "/Contents",
    "/Group",
)
_NOT_PICTURE = (
    "/AA",
    "/AF",
    "/OPI",
    "/Ref",
    "/PieceInfo",
    "/Metadata",
    "/StructParent",
    "/StructParents",
)
_REPAIRED = re.compile(r"reconstruct|file is damaged|recovered|EOF", re.I)


def inspect_pdf(path: str, clean: str) -> dict[str, Any]:
    """Checks the PDF at `path` and writes its pages anew to `clean`. Raises Unacceptable."""
    _check_around(Path(path))
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=2000, flate_max_memory=400 * 1024 * 1024, max_stream_filters=4
    )
    try:
        with pikepdf.open(path) as source:
            return _inspect_open(source, Path(clean))
    except pikepdf.PasswordError:
        raise Unacceptable("pdf_password") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError):
        raise Unacceptable("damaged") from None


def _inspect_open(source: pikepdf.Pdf, clean: Path) -> dict[str, Any]:
    _check_outline(source)
    said = _what_goes(source)
    budget = Budget()
    for item in source.objects:
        if isinstance(item, pikepdf.Stream):
            budget.spend(item)
    sound: set[tuple[int, int]] = set()
    for page in source.pages:
        _check_loops(page.obj, [], sound)
    if any(_REPAIRED.search(str(warning)) for warning in source.get_warnings()):
        said.append("这份 PDF 有损坏，已尽量修复，请核对每一页")
    _rebuild(source, clean)
    return {"kind": PDF, "warnings": said, "pages": len(source.pages)}


def _check_around(path: Path) -> None:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    _, found, after = tail.rpartition(b"%%EOF")
    if found and (
        b"PK\x05\x06" in after or re.search(rb"<\s*(?:html|script|svg|body)", after, re.I)
    ):
        raise Unacceptable("polyglot", what="PDF 结尾之后另有内容")


def _check_outline(source: pikepdf.Pdf) -> None:
    if len(source.objects) > MOST_OBJECTS:
        raise Unacceptable("pdf_structure", what="内部对象太多")
    pages = len(source.pages)
    if not pages:
        raise Unacceptable("no_pages")
    if pages > MOST_PAGES:
        raise Unacceptable("too_many_pages", pages=pages)
    if source.Root.get("/NeedsRendering"):
        raise Unacceptable("pdf_form")
    if "/Collection" in source.Root:
        raise Unacceptable("pdf_portfolio")


def _what_goes(source: pikepdf.Pdf) -> list[str]:
    """Sentences about what the clean copy will not have."""
    said = []
    if source.is_encrypted:
        said.append("这份 PDF 设有编辑限制，供审阅的副本不带这一限制")
    if len(source.attachments):
        said.append("PDF 里附带的文件已去掉，需要报送的请另外上传")
    if "/JavaScript" in source.Root.get("/Names", {}) or _acts_on_opening(source):
        said.append("PDF 里的脚本和自动动作已去掉，页面内容保留")
    form = source.Root.get("/AcroForm")
    if form is not None and int(form.get("/SigFlags", 0)) & 1:
        said.append("电子签名已转为页面上的图样，签名本身以保存的原件为准")
    return said


def _acts_on_opening(source: pikepdf.Pdf) -> bool:
    action = source.Root.get("/OpenAction")
    return isinstance(action, pikepdf.Dictionary) and action.get("/S") not in (None, "/GoTo")


def _check_loops(
    owner: pikepdf.Object, above: list[tuple[int, int]], sound: set[tuple[int, int]]
) -> None:
    """Refuses a form that draws itself, directly or through others."""
    for child in _drawn_by(owner):
        if child.objgen in above or len(above) > _DEEPEST_DRAWING:
            raise Unacceptable("pdf_structure", what="图形循环引用")
        if child.objgen not in sound:
            _check_loops(child, [*above, child.objgen], sound)
            sound.add(child.objgen)


def _drawn_by(owner: pikepdf.Object) -> Iterator[pikepdf.Object]:
    resources = owner.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for group in ("/XObject", "/Pattern"):
        things = resources.get(group)
        if isinstance(things, pikepdf.Dictionary):
            for thing in things.values():
                if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
                    yield thing


def _rebuild(source: pikepdf.Pdf, clean: Path) -> None:
    with contextlib.suppress(pikepdf.PdfError, RuntimeError):
        if "/AcroForm" in source.Root:
            source.generate_appearance_streams()
        source.flatten_annotations("all")
    with pikepdf.new() as rebuilt:
        for page in source.pages:
            for key in list(page.obj.keys()):
                if key not in _PAGE_KEYS:
                    del page.obj[key]
            if "/MediaBox" not in page.obj:
                page.obj["/MediaBox"] = pikepdf.Array([0, 0, 595, 842])
            rebuilt.pages.append(page)
        for item in rebuilt.objects:
            if isinstance(item, pikepdf.Stream):
                _strip(item)
        layers = source.Root.get("/OCProperties")
        if isinstance(layers, pikepdf.Dictionary):  # which layers are hidden
            rebuilt.Root.OCProperties = rebuilt.copy_foreign(source.make_indirect(layers))
        rebuilt.save(
            clean,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version="1.5",
        )


def _strip(stream: pikepdf.Stream) -> None:
    for key in _NOT_PICTURE:
        if key in stream:
            del stream[key]
