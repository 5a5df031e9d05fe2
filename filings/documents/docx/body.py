"""The body of a Word document (正文): paragraphs, tables and text boxes become lines."""

import re
from io import BytesIO

from lxml import etree

from filings.documents.docx.cells import read_table
from filings.documents.docx.context import Context
from filings.documents.docx.foreign import foreign_lines
from filings.documents.docx.hanging import read_hanging
from filings.documents.docx.parts import Parts
from filings.documents.docx.styles import NO_LOOK, Look, look_of
from filings.documents.docx.words import Words
from filings.documents.outline import BOLD, CENTRED, DISPLAYED, Line, soft_lines
from filings.inspection.markup import local
from filings.inspection.zipped import Container

_CONTENTS_STYLE = re.compile(r"(?:toc|目录)\s*(?:\d|heading)")
_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*\d|(?:sub)?title$|标题$")
_CONTENTS_TITLE = re.compile(r"目\s*[录次]")
_LARGE = 34  # half points: larger than any body text
_DEEPEST = 3
_PROPERTIES = ("sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "tcPr", "trPr")


class BodyReader:
    """Reads the main part of one document into lines."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._name = context.parts.names
        self._unfinished: Words | None = None  # its paragraph mark was deleted in a revision

    def lines(self) -> list[Line]:
        """All lines of the body. What could not be accounted for is counted in the losses."""
        lines: list[Line] = []
        body = self._context.parts.root.find(self._name.body)
        if body is not None:
            self._blocks(body, lines)
        if self._unfinished is not None:
            self._emit(self._unfinished, "", "", lines)
        texts = self._context.parts.root.iter(self._name.t)
        total = sum(len(text.text or "") for text in texts)
        self._context.losses.characters += max(0, total - self._context.words.accounted)
        self._context.losses.comments += self._context.parts.count_comments()
        return lines

    def _blocks(self, parent: etree._Element, lines: list[Line]) -> None:
        name, words = self._name, self._context.words
        for child in parent:
            if child.tag == name.p:
                self._paragraph(child, lines)
            elif child.tag == name.tbl:
                read_table(child, lines, self._context, self._blocks)
            elif child.tag == name.sdt:
                self._control(child, lines)
            elif child.tag == name.altChunk:
                self._foreign(child, lines)
            elif child.tag in (getattr(name, "del"), name.moveFrom):
                self._context.losses.drop(words.skip(child))
            elif local(child.tag) == "AlternateContent":
                self._blocks(words.chosen(child), lines)
            elif local(child.tag) not in _PROPERTIES and len(child):
                self._blocks(child, lines)

    def _control(self, control: etree._Element, lines: list[Line]) -> None:
        name, words, losses = self._name, self._context.words, self._context.losses
        gallery = control.find(f"{name.sdtPr}/{name.docPartObj}/{name.docPartGallery}")
        if gallery is not None and gallery.get(name.val) == "Table of Contents":
            for paragraph in control.iter(name.p):
                self._drop_contents(words.read(paragraph).text, lines)
        elif words.is_placeholder(control):
            losses.placeholders += 1
            losses.drop(words.skip(control))
        else:
            for content in control.findall(name.sdtContent):
                self._blocks(content, lines)

    def _paragraph(self, paragraph: etree._Element, lines: list[Line]) -> None:
        name, styles = self._name, self._context.parts.styles
        properties = paragraph.find(name.pPr)
        style, mark, own = styles.default, None, NO_LOOK
        if properties is not None:
            chosen, mark = properties.find(name.pStyle), properties.find(name.rPr)
            style = (chosen.get(name.val) or style) if chosen is not None else style
            own = look_of(properties, None, name)
        look = own.over(styles.look(style))
        words = self._context.words.read(paragraph, hidden=bool(look.hidden))
        if self._unfinished is not None:
            words = _joined(self._unfinished, words)
            self._unfinished = None
        if mark is not None and mark.find(getattr(name, "del")) is not None:
            self._unfinished = words
            return
        called = styles.called(style)
        if words.in_contents or _CONTENTS_STYLE.match(called):
            self._drop_contents(words.text, lines)
            return
        self._emit(words, self._number(own, look, style), _hint(look, words, called), lines)

    def _number(self, own: Look, look: Look, style: str) -> str:
        number_id = look.number_id
        if not number_id or number_id == "0":
            return ""
        numbering = self._context.parts.numbering
        if link := numbering.style_link(number_id):
            number_id = self._context.parts.styles.look(link).number_id or number_id
        level = own.number_level if own.number_id else look.number_level
        if level is None:
            level = look.number_level or numbering.level_of_style(number_id, style)
        return numbering.next(number_id, level)

    def _emit(self, words: Words, number: str, hint: str, lines: list[Line]) -> None:
        pieces = soft_lines(words.text)
        if number and not pieces:
            pieces = [""]
        notes = tuple(words.notes)
        if notes and not pieces:
            lines.append(Line(notes=notes))
        for index, piece in enumerate(pieces, start=1):
            own_notes = notes if index == len(pieces) else ()
            lines.append(Line(piece, hint, own_notes, number=number if index == 1 else ""))
        for element in words.hanging:
            read_hanging(element, lines, self._context, self._blocks)

    def _drop_contents(self, text: str, lines: list[Line]) -> None:
        if not text.strip():
            return
        losses = self._context.losses
        if lines and _CONTENTS_TITLE.fullmatch(lines[-1].text.strip()):
            losses.drop(lines.pop().text)
            losses.contents_lines += 1
        losses.contents_lines += 1
        losses.drop(text)

    def _foreign(self, chunk: etree._Element, lines: list[Line]) -> None:
        parts = self._context.parts
        relationship = parts.relationship(chunk.get(self._name.rel("id")))
        if relationship is None:
            return
        content = parts.content(relationship)
        if content.startswith(b"PK\x03\x04") and self._context.depth < _DEEPEST:
            lines.extend(self._inner_document(content))
            return
        found = foreign_lines(relationship.target, content)
        if found is None:
            self._context.losses.unread_parts.append(relationship.target.rpartition("/")[2])
        else:
            lines.extend(found)

    def _inner_document(self, content: bytes) -> list[Line]:
        """The lines of a whole Word document that stands in this one as a part."""
        outer = self._context
        with Container(BytesIO(content)) as container:
            inner = Context(Parts(container), outer.losses, outer.pictures, outer.depth + 1)
            return BodyReader(inner).lines()


def _hint(look: Look, words: Words, called: str) -> str:
    """How the paragraph looks on the page."""
    bold = bool(look.bold) or words.bold or _HEADING_STYLE.match(called) is not None
    if look.centred:
        large = (words.size or look.size or 0) >= _LARGE
        return DISPLAYED if bold or large else CENTRED
    return BOLD if bold else ""


def _joined(first: Words, second: Words) -> Words:
    return Words(
        text=first.text + second.text,
        notes=first.notes + second.notes,
        hanging=first.hanging + second.hanging,
        bold=first.bold and second.bold,
        size=max(first.size, second.size),
        in_contents=first.in_contents or second.in_contents,
    )
