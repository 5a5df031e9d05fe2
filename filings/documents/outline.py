"""Assembling an outline (篇章条款): lines in reading order become blocks.

Every reader – DOCX, PDF, pasted text, the correction form – hands its lines to `assemble`, so
that a line means the same wherever it comes from. A reader may know more than the characters say
(a heading style, a marker typed by the person) and passes that as a hint.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from filings.documents.blocks import Block
from filings.documents.numbers import Head, head, head_of_number

TITLE = "title"
HEADING = "heading"
ITEM = "item"
PARAGRAPH = "paragraph"
PLAIN_HEADING = "plain heading"  # a heading whose words only look as if they had a number
PLAIN_ITEM = "plain item"
BOLD = "bold"  # looks like a heading; is one if the words allow it
CENTRED = "centred"  # set in the middle; a title if it stands at the start
DISPLAYED = "displayed"  # in the middle and bold or large: a title at the start, a heading later

_HEADING_LIMIT = 40
_TITLE_LIMIT = 60
_TITLE_LINES = 3
_SENTENCE_END = "。；;！!？?，,、：:"
_KIND_OF_PAPER = re.compile(
    r"(?:公约|规约|准则|规范|承诺书|章程|办法|细则|制度|标准|规定|守则|案例|倡议书|通知|报告|方案|目录|导则|指南)"
    r"(?:[（(].{1,20}[）)])?$"
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_WRAPPED = 24
_IN_SENTENCE = re.compile(r"[\u3400-\u9fff，、（“]$")
_SIGNATURE = re.compile(r"盖\s*章|签\s*[字名章]|年.{1,4}月.{1,4}日[）)]?$|^[（(].*[）)]$")
_BLANKS = re.compile(r"[^\S　]+")
_SOFT_BREAK = re.compile(r"[\n\v\f]+")
_SPACED_OUT = re.compile(r"[\u3400-\u9fff](?:\s+[\u3400-\u9fff])+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source: its words, what the reader knows of it, and its footnotes.

    A table or image is handed on ready made as `block`. `number` is given where it is known not
    to be part of the words, as with automatic numbering.
    """

    text: str = ""
    hint: str = ""
    notes: tuple[str, ...] = ()
    block: Block | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What was assembled: the blocks, the lines left out on purpose, and a sentence about each
    kind of thing left out."""

    blocks: list[Block]
    warnings: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the outline the next line stands: what the lines before it were."""

    at_start: bool = True
    titles: int = 0
    title_complete: bool = False
    article: int = 0
    in_article: bool = False
    article_is_empty: bool = False
    bare: int = 0
    letter: int = 0

    def after(self, block: Block) -> "Place":
        """The place behind `block`."""
        kind = block.type
        if kind == "title":
            complete = _KIND_OF_PAPER.search(block.text) is not None
            return Place(self.at_start, self.titles + 1, title_complete=complete)
        found = head_of_number(block.number)
        value = found.value or 0 if found else 0
        if kind == "article":
            return Place(
                False, article=value, in_article=True, article_is_empty=not block.text,
                bare=self.bare,
            )  # fmt: skip
        listed = kind in ("heading", "item")
        return Place(
            False,
            article=self.article,
            in_article=self.in_article and kind not in ("chapter", "section", "heading"),
            bare=value if listed and found and found.kind == "bare" else self.bare,
            letter=self._letter_after(kind, found),
        )

    def _letter_after(self, kind: str, found: Head | None) -> int:
        """How far a), b), c) has counted; another number ends the list, a paragraph does not."""
        if kind in ("heading", "item"):
            return found.value or 0 if found and found.kind == "letter" else 0
        return 0 if kind in ("chapter", "section") else self.letter


def assemble(lines: Iterable[Line], *, whole: bool = True) -> Outline:
    """Blocks from lines. `whole` is False for a part of a document, which has no title to guess.

    An article whose number stands on a line of its own takes the next plain line as its text.
    """
    blocks: list[Block] = []
    marks: list[str] = []
    place = Place(at_start=whole)
    for line in lines:
        block = line.block or classify(line, place)
        if block is None:
            continue
        if joins_article(block, line, place):
            number = blocks.pop()
            block = replace(number, text=block.text, notes=number.notes + block.notes)
        elif block.number.startswith("第") and not line.number and line.block is None:
            found = head(tidy(line.text))
            marks.append(found.mark if found else "")
        blocks.append(block)
        place = place.after(block)
    warnings = []
    if any(marks):
        shown = "”“".join(dict.fromkeys(filter(None, marks)))
        warnings.append(f"条号后面的“{shown}”没有保留，条号与正文之间统一用空格隔开")
    return Outline(blocks, warnings, dropped=list(filter(None, marks)))


def joins_article(block: Block, line: Line, place: Place) -> bool:
    """Whether a plain paragraph is really the text of the bare 第X条 on the line before it."""
    return place.article_is_empty and block.type == "paragraph" and not line.hint


def classify(line: Line, place: Place) -> Block | None:
    """The block one line of text stands for at this place; None for a line without a word."""
    text = tidy(line.text)
    notes = tuple(filter(None, map(tidy, line.notes)))
    if not text and not line.number:
        return Block("paragraph", text=" ".join(notes)) if notes else None
    found = _head(line, text)
    text = f"{line.number}　{text}".strip() if line.number else text
    if found is not None:
        kind = _kind_of_numbered(found, line.hint, place, certain=bool(line.number))
        if kind != "paragraph":
            words = together(found.rest) if kind in ("chapter", "section") else found.rest
            return Block(kind, found.number, words, notes=notes)
    kind = _kind_of_plain(text, line.hint, place)
    return Block(kind, text=together(text) if kind == "title" else text, notes=notes)


def _head(line: Line, text: str) -> Head | None:
    if line.hint in (TITLE, PARAGRAPH, PLAIN_HEADING, PLAIN_ITEM):
        return None
    if not line.number:
        return head(text)
    known = head_of_number(line.number)
    return replace(known, rest=text, loose=False) if known else None


def _kind_of_numbered(found: Head, hint: str, place: Place, *, certain: bool) -> str:
    if hint in (HEADING, ITEM):
        return found.kind if found.kind in ("chapter", "section", "article") else hint
    match found.kind:
        case "chapter" | "section":
            short = len(found.rest) <= _HEADING_LIMIT and "。" not in found.rest
            return found.kind if short else "paragraph"
        case "article":
            expected = {place.article + 1} if place.in_article else {place.article + 1, 1}
            return "paragraph" if found.loose and found.value not in expected else "article"
        case "part":
            return "heading" if _may_be_heading(found.rest) else "paragraph"
        case "bare" | "letter" if not certain:
            last = place.bare if found.kind == "bare" else place.letter
            if found.value != last + 1 or (found.kind == "bare" and place.in_article):
                return "paragraph"
    if place.in_article or found.kind in ("bullet", "letter", "circled"):
        return "item"
    leads = found.kind in ("chinese", "chinese-bracketed", "decimal", "bare") or hint in (
        BOLD,
        DISPLAYED,
    )
    return "heading" if leads and _may_be_heading(found.rest) else "item"


def _may_be_heading(words: str) -> bool:
    if len(words) > _HEADING_LIMIT or any(mark in words for mark in "。；;"):
        return False
    return not words or words[-1] not in _SENTENCE_END or words[-1] in "：:"


def _kind_of_plain(text: str, hint: str, place: Place) -> str:
    if hint in (TITLE, HEADING, ITEM, PARAGRAPH, PLAIN_HEADING, PLAIN_ITEM):
        return hint.removeprefix("plain ")
    if place.at_start and not place.title_complete and place.titles < _TITLE_LINES:
        short = len(text) <= _TITLE_LIMIT and text[-1] not in _SENTENCE_END and text[0] not in "（("
        if short and (
            not place.titles or hint in (CENTRED, DISPLAYED) or _KIND_OF_PAPER.search(text)
        ):
            return "title"
    heading = len(text) <= _HEADING_LIMIT and text[-1] not in _SENTENCE_END
    if hint in (BOLD, DISPLAYED) and heading and not _SIGNATURE.search(text):
        return "heading"
    return "paragraph"


def soft_lines(text: str) -> list[str]:
    """The lines that soft line breaks (Shift+Enter) make, without empty ones.

    A break in the middle of a sentence was made for looks only and joins the lines again.
    """
    lines: list[str] = []
    for piece in _SOFT_BREAK.split(text):
        if not piece or piece.isspace():
            continue
        before = lines[-1].rstrip() if lines else ""
        wrapped = (
            len(before) >= _WRAPPED and _IN_SENTENCE.search(before) and head(tidy(piece)) is None
        )
        if wrapped:
            lines[-1] = before + piece.lstrip()
        else:
            lines.append(piece)
    return lines


def tidy(text: str) -> str:
    """One clean line: no invisible characters, no line breaks, no blanks around it."""
    if not text.isprintable():  # an ideographic space is not printable, but is kept
        text = _BLANKS.sub(" ", _INVISIBLE.sub("", text))
    return text.strip()


def together(text: str) -> str:
    """“总　则” → “总则”: characters set apart for looks only are brought together."""
    return "".join(text.split()) if _SPACED_OUT.fullmatch(text) else text
