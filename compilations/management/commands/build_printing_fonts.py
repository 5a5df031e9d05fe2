"""Cut the printing faces out of Debian's font packages, and write down what they can print.

Run once when a face is added or a package is updated; its results are kept in the repository, so
that every worker on every machine prints the same page. Needs the packages texlive-lang-chinese,
fonts-noto-cjk, fonts-noto-cjk-extra and fonts-liberation2 (installed or unpacked).
"""

import argparse
import io
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from django.core.management.base import BaseCommand
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

FANDOL = ("FandolFang-Regular.otf", "FandolKai-Regular.otf", "FandolSong-Bold.otf")
LATIN = "LiberationSerif-Regular.ttf"
SANS = ("NotoSansCJK-Medium.ttc", "NotoSansCJKsc-Medium.otf")
LIGHT = ("NotoSerifCJK-Light.ttc", "NotoSerifCJKsc-Light.otf")
BOLD = ("NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf")
SIMPLIFIED = 2  # the SC face inside each Noto collection

# Liberation Serif's line metrics, given to every face: a line keeps to the grid whatever it mixes.
ASCENT, DESCENT = 0.891, -0.216

UNIFIED = set(range(0x4E00, 0x9FA6))
# The Extension A characters of 通用规范汉字表 (2013): they occur in personal and place names.
EXTENSION_A = set(
    map(
        ord,
        "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃"
        "䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮",
    )
)
SUPPLEMENTARY = set(range(0x20000, 0x30000))
SYMBOLS = {
    point
    for first, last in (
        (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x251, 0x261), (0x370, 0x3CF),
        (0x400, 0x45F), (0x2010, 0x203F), (0x20A0, 0x20BF), (0x2100, 0x22FF),
        (0x2460, 0x266F), (0x2700, 0x27BF), (0x3000, 0x30FF), (0x3100, 0x312F),
        (0x3200, 0x33FF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEE),
    )
    for point in range(first, last + 1)
}  # fmt: skip
# What Liberation Serif has but Chinese print takes from the Chinese face (see fonts.conf).
# 标点挤压: a mark fills half its square. Where two meet, one empty half between them goes.
CLOSING = "，。、；：！？）》〉」』】〕”’"
OPENING = "（《〈「『【〔“‘"
NOT_LATIN = set(range(0x2000, 0x10000)) | set(map(ord, "¤§¨°±·×÷"))


class Command(BaseCommand):
    help = "从 Debian 字体包裁出印刷字体，并记下能印哪些字。"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        share = Path("/usr/share")
        parser.add_argument("--output", type=Path, required=True, help="字体存放目录")
        parser.add_argument("--coverage", type=Path, required=True, help="字符表写入的文件")
        parser.add_argument(
            "--fandol",
            type=Path,
            default=share / "texlive/texmf-dist/fonts/opentype/public/fandol",
            help="Fandol 字体目录",
        )
        parser.add_argument(
            "--noto", type=Path, nargs="+", default=[share / "fonts/opentype/noto"],
            help="Noto CJK 字体目录（可多个）",
        )  # fmt: skip
        parser.add_argument(
            "--liberation", type=Path, default=share / "fonts/truetype/liberation2",
            help="Liberation 字体目录",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        output: Path = options["output"]
        output.mkdir(parents=True, exist_ok=True)
        faces = {}
        for name in FANDOL:
            faces[name] = _with_grid_metrics((options["fandol"] / name).read_bytes(), output / name)
        shutil.copyfile(options["liberation"] / LATIN, output / LATIN)
        faces[LATIN] = set(TTFont(output / LATIN).getBestCmap()) - NOT_LATIN
        fandol = set.intersection(*(faces[name] for name in FANDOL))
        wanted = UNIFIED | EXTENSION_A | SYMBOLS
        for (source, name), points in (
            (SANS, wanted),
            (BOLD, wanted - fandol),
            (LIGHT, (wanted | SUPPLEMENTARY) - fandol),
        ):
            collection = next(folder / source for folder in options["noto"]
                              if (folder / source).exists())  # fmt: skip
            cut = _subset(collection, points)
            faces[name] = _with_grid_metrics(cut, output / name)
            self.stdout.write(f"{name}：{len(faces[name])} 字")
        stacks = (
            (LATIN, FANDOL[0], LIGHT[1]),
            (LATIN, FANDOL[1], LIGHT[1]),
            (FANDOL[2], BOLD[1], LIGHT[1]),
            (SANS[1], LIGHT[1]),
        )
        printable = set.intersection(
            *(set.union(*(faces[name] for name in stack)) for stack in stacks)
        )
        options["coverage"].write_text(_module(printable), encoding="utf-8")
        self.stdout.write(self.style.SUCCESS(f"共能印 {len(printable)} 个字符。"))


def _subset(collection: Path, points: Iterable[int]) -> bytes:
    """The simplified Chinese face with these characters only, without layout tables."""
    face = hb.Face(hb.Blob.from_file_path(str(collection)), SIMPLIFIED)
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(set(points) & set(face.unicodes))
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for table in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"VORG", b"vhea", b"vmtx"):
        dropped.add(int.from_bytes(table, "big"))
    return bytes(hb.subset(face, wanted).blob.data)


def _with_grid_metrics(font: bytes, path: Path) -> set[int]:
    """Save the font with the common line metrics; returns the characters it has.

    The baseline table goes: by it Pango lifts a run against its neighbour in another face, and
    the line would grow. The tables for vertical writing go with it. Marks that meet are kerned.
    """
    face = TTFont(io.BytesIO(font))
    _number_by_position(face)
    for table in {"BASE", "GPOS", "VORG", "vhea", "vmtx"} & set(face.reader.keys()):
        del face[table]
    ascent = round(ASCENT * face["head"].unitsPerEm)
    descent = round(DESCENT * face["head"].unitsPerEm)
    face["hhea"].ascent, face["hhea"].descent, face["hhea"].lineGap = ascent, descent, 0
    face["OS/2"].sTypoAscender, face["OS/2"].sTypoDescender = ascent, descent
    face["OS/2"].sTypoLineGap = 0
    face["OS/2"].usWinAscent, face["OS/2"].usWinDescent = ascent, -descent
    _kern_marks(face)
    face.save(path)
    return set(face.getBestCmap())


def _number_by_position(face: TTFont) -> None:
    """Make each glyph's character id its position, as pages in a PDF count glyphs.

    A viewer looks a glyph up by its character id. The collections keep ids of their own (and
    gaps where glyphs were cut), which would show other glyphs or none.
    """
    names = [".notdef", *(f"cid{place:05d}" for place in range(1, face["maxp"].numGlyphs))]
    top = face["CFF "].cff.topDictIndex[0]
    top.CharStrings.charStrings = {name: place for place, name in enumerate(names)}
    top.charset = names
    face.setGlyphOrder(names)


def _kern_marks(face: TTFont) -> None:
    """Teach the face that two marks side by side share one square and a half, not two."""
    glyphs = face.getBestCmap()
    half = face["head"].unitsPerEm // 2
    closing, opening = (
        " ".join(glyphs[ord(mark)] for mark in marks if ord(mark) in glyphs)
        for marks in (CLOSING, OPENING)
    )
    if not closing:
        return
    addOpenTypeFeaturesFromString(
        face,
        f"""
        languagesystem DFLT dflt;
        languagesystem hani dflt;
        @CLOSING = [{closing}];
        @OPENING = [{opening}];
        feature kern {{
            lookup after {{
                pos @CLOSING -{half} @CLOSING;
                pos @CLOSING -{half} @OPENING;
            }} after;
            lookup before {{
                pos @OPENING <0 0 0 0> @OPENING <-{half} 0 -{half} 0>;
            }} before;
        }} kern;
        """,
    )


def _module(points: set[int]) -> str:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    words = [f"{first:X}-{last:X}" if last > first else f"{first:X}" for first, last in ranges]
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 98:
            lines.append(line.rstrip())
            line = ""
        line += word + " "
    lines.append(line.rstrip())
    return (
        '"""The characters that every printing face, with its fallbacks, can print.\n\n'
        "Written by ``manage.py build_printing_fonts``; not edited by hand.\n"
        '"""\n\n'
        'RANGES = """\n' + "\n".join(lines) + '\n"""\n'
    )
