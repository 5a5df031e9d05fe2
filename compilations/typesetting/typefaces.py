"""The printing faces as a book needs them: measured text, and one subset of each for all parts."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, String

from huanglong_portal.common.pdf import FONTS

FANG, KAI, SONG = "FandolFang", "FandolKai", "FandolSong"
SANS, LATIN = "Noto Sans CJK SC Medium", "Liberation Serif"
LIGHT, BOLD = "Noto Serif CJK SC Light", "Noto Serif CJK SC"
FILES = {
    FANG: "FandolFang-Regular.otf",
    KAI: "FandolKai-Regular.otf",
    SONG: "FandolSong-Bold.otf",
    SANS: "NotoSansCJKsc-Medium.otf",
    LATIN: "LiberationSerif-Regular.ttf",
    LIGHT: "NotoSerifCJKsc-Light.otf",
    BOLD: "NotoSerifCJKsc-Bold.otf",
}
FANG_STACK = (LATIN, FANG, LIGHT)
KAI_STACK = (LATIN, KAI, LIGHT)
SANS_STACK = (SANS, LIGHT)
_LATIN_ENDS = 0x2000  # signs from here on come from the Chinese face


@dataclass(frozen=True, slots=True)
class Typeface:
    """One font file, opened once a process."""

    family: str
    face: hb.Face
    font: hb.Font
    units: int

    def glyph(self, character: str) -> int:
        """Its glyph number, 0 when the face does not have it."""
        if self.family == LATIN and ord(character) >= _LATIN_ENDS and character != "—":
            return 0
        return self.font.get_nominal_glyph(ord(character)) or 0

    def width(self, glyph: int) -> float:
        """Advance in thousandths of the em."""
        return self.font.get_glyph_h_advance(glyph) * 1000 / self.units


@cache
def typeface(family: str) -> Typeface:
    """The face of that family. Raises KeyError for one that is not ours."""
    face = hb.Face(hb.Blob.from_file_path(str(FONTS / FILES[family])))
    return Typeface(family, face, hb.Font(face), face.upem)


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face that follow each other."""

    family: str
    glyphs: tuple[int, ...]
    text: str
    width: float  # thousandths of the em


def runs(text: str, stack: Sequence[str]) -> Iterator[Run]:
    """Set one line of text in a stack of faces: each character in the first that has it."""
    family, characters, width = "", "", 0.0
    glyphs: list[int] = []
    for character in text:
        chosen, glyph, advance = _set(character, tuple(stack))
        if chosen != family and glyphs:
            yield Run(family, tuple(glyphs), characters, width)
            glyphs, characters, width = [], "", 0.0
        family = chosen
        glyphs.append(glyph)
        characters += character
        width += advance
    if glyphs:
        yield Run(family, tuple(glyphs), characters, width)


def width(text: str, stack: Sequence[str], size: float) -> float:
    """Width of a line of text in points."""
    return sum(_set(character, tuple(stack))[2] for character in text) * size / 1000


@cache
def _set(character: str, stack: tuple[str, ...]) -> tuple[str, int, float]:
    for family in stack:
        face = typeface(family)
        if glyph := face.glyph(character):
            return family, glyph, face.width(glyph)
    raise LookupError(f"{character}（U+{ord(character):04X}）")


@dataclass(slots=True)
class FontCase:
    """The faces of one book: what its parts used of each, and the one subset made at the end."""

    used: dict[str, dict[int, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # resource name → family

    def add(self, resource: str, family: str, texts: Mapping[int, str]) -> None:
        """Note what a part used under the name ``resource``."""
        self.names[resource] = family
        known = self.used.setdefault(family, {})
        for glyph, text in texts.items():
            known.setdefault(glyph, text)

    def show(self, text: str, stack: Sequence[str], size: float, x: float, y: float) -> bytes:
        """The operators that set one line of text at (x, y), noting the glyphs it takes."""
        written = [b"BT 1 0 0 1 %.2f %.2f Tm" % (x, y)]
        for run in runs(text, stack):
            resource = f"HL{list(FILES).index(run.family)}"
            self.add(resource, run.family, dict(zip(run.glyphs, run.text, strict=True)))
            codes = "".join(f"{glyph:04x}" for glyph in run.glyphs)
            written.append(b"/%s %g Tf <%s> Tj" % (resource.encode(), size, codes.encode()))
        written.append(b"ET")
        return b" ".join(written)

    def embed(self, pdf: pikepdf.Pdf) -> Dictionary:
        """Put one subset of each face into ``pdf``; returns the font resources for every page."""
        fonts = {
            family: _embedded(pdf, typeface(family), texts) for family, texts in self.used.items()
        }
        return pdf.make_indirect(
            Dictionary({f"/{name}": fonts[family] for name, family in sorted(self.names.items())})
        )


def _embedded(pdf: pikepdf.Pdf, face: Typeface, texts: Mapping[int, str]) -> pikepdf.Object:
    glyphs = sorted(texts)
    file, is_cff = _subset(face, glyphs)
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(file).digest()[:6])
    base = Name(f"/{tag}+{FILES[face.family].rsplit('.', 1)[0]}")
    extents = face.font.get_font_extents("ltr")
    scale = 1000 / face.units
    stream = pdf.make_stream(file)
    if is_cff:
        stream.Subtype = Name.CIDFontType0C
    else:
        stream.Length1 = len(file)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=base,
        FontFamily=String(face.family),
        Flags=4,
        FontBBox=Array([-200, -300, 1200, 1000]),
        ItalicAngle=0,
        Ascent=round(extents.ascender * scale),
        Descent=round(extents.descender * scale),
        CapHeight=700,
        StemV=80,
    )
    descriptor[Name.FontFile3 if is_cff else Name.FontFile2] = stream
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0 if is_cff else Name.CIDFontType2,
        BaseFont=base,
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        DW=1000,
        W=_widths(face, glyphs),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    if not is_cff:
        descendant.CIDToGIDMap = Name.Identity
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=base,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(texts)),
        )
    )


def _subset(face: Typeface, glyphs: Sequence[int]) -> tuple[bytes, bool]:
    """Only these glyphs, under their old numbers: the parts' pages name them by number."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    )
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for table in (b"GSUB", b"GPOS", b"GDEF", b"name", b"OS/2"):
        dropped.add(int.from_bytes(table, "big"))
    cut = hb.subset(face.face, wanted)
    outlines = bytes(cut.reference_table("CFF ").data or b"")
    return (outlines, True) if outlines else (bytes(cut.blob.data), False)


def _widths(face: Typeface, glyphs: Sequence[int]) -> Array:
    """The /W array: only what is not one em wide."""
    written: list[object] = []
    run: list[float] = []
    start = last = -2
    for glyph in glyphs:
        advance = round(face.width(glyph), 1)
        if advance == 1000:
            continue
        if glyph != last + 1:
            if run:
                written += [start, Array(run)]
            start, run = glyph, []
        run.append(int(advance) if advance == int(advance) else advance)
        last = glyph
    if run:
        written += [start, Array(run)]
    return Array(written)


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    lines = [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        b"1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    entries = [
        f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode()
        for glyph, text in sorted(texts.items())
        if text
    ]
    for start in range(0, len(entries), 100):
        batch = entries[start : start + 100]
        lines += [b"%d beginbfchar" % len(batch), *batch, b"endbfchar"]
    lines.append(b"endcmap CMapName currentdict /CMap defineresource pop end end")
    return b"\n".join(lines)
