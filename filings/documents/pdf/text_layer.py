"""Why a PDF has no text (无文字层): a scan, letters drawn as outlines, letters without a code."""

import re
from pathlib import Path

import pikepdf

_UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_LARGE_PICTURE = 400 * 400
_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
_MANY_SHAPES = 60
_PAGES_LOOKED_AT = 3
_DEEPEST = 3

SCAN = "这份 PDF 是扫描件，请补充 Word 文本；扫描件作为签章凭证保留"
OUTLINES = (
    "这份 PDF 的文字是画成图形的（已转曲），不是扫描件，但读不出文字，"
    "请补充 Word 文本；PDF 作为签章凭证保留"
)
UNREADABLE = "这份 PDF 的文字没有可用的编码，读出来是乱码，请补充 Word 文本；PDF 作为签章凭证保留"
EMPTY = "这份 PDF 里没有读到文字，请检查文件；需要报送正文的，请补充 Word 文本"


def is_unreadable(text: str) -> bool:
    """Whether most of a text are characters that stand for nothing."""
    return len(_UNREADABLE.findall(text)) * 5 > len(text)


def why_no_text(path: Path) -> str:
    """The sentence about a PDF in which no text was found."""
    with pikepdf.open(path) as document:
        shapes = 0
        for page in document.pages[:_PAGES_LOOKED_AT]:
            if _has_large_picture(page.obj, 0):
                return SCAN
            shapes += _count_shapes(page)
    return OUTLINES if shapes >= _MANY_SHAPES else EMPTY


def why_not_opened(path: Path) -> str:
    """The refusal's code for a PDF that pdftotext could not open."""
    try:
        pikepdf.open(path).close()
    except pikepdf.PasswordError:
        return "pdf_password"
    except pikepdf.PdfError:
        return "damaged"
    return "damaged"


def _has_large_picture(owner: pikepdf.Object, depth: int) -> bool:
    resources = owner.get("/Resources")
    things = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(things, pikepdf.Dictionary) or depth > _DEEPEST:
        return False
    for thing in things.values():
        if not isinstance(thing, pikepdf.Stream):
            continue
        if thing.get("/Subtype") == "/Image":
            if int(thing.get("/Width", 0)) * int(thing.get("/Height", 0)) >= _LARGE_PICTURE:
                return True
        elif _has_large_picture(thing, depth + 1):
            return True
    return False


def _count_shapes(page: pikepdf.Page) -> int:
    try:
        instructions = pikepdf.parse_content_stream(page)
    except pikepdf.PdfError:
        return 0
    count = sum(1 for instruction in instructions if str(instruction.operator) in _PAINT)
    resources = page.obj.get("/Resources")
    forms = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if isinstance(forms, pikepdf.Dictionary):
        for form in forms.values():
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                inside = pikepdf.parse_content_stream(form)
                count += sum(1 for entry in inside if str(entry.operator) in _PAINT)
    return count
