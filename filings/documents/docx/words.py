"""The words of one paragraph (段内文字): runs, fields, revisions, notes and what hangs on them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from filings.documents.docx.losses import Losses
from filings.documents.docx.parts import Parts
from filings.documents.docx.styles import is_on
from filings.inspection.markup import local

_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class Words:
    """What a paragraph says. `hanging` are its pictures and text boxes in order.

    `bold` stays true as long as no plain word is met.
    """

    text: str = ""
    notes: list[str] = field(default_factory=list)
    hanging: list[etree._Element] = field(default_factory=list)
    bold: bool = True
    size: int = 0
    in_contents: bool = False


@dataclass(slots=True)
class _Field:
    """An open field (域): between its start and its separator stands code, behind it the result."""

    code: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        return self.code.strip().partition(" ")[0].upper()


class WordReader:
    """Reads paragraphs one after the other; fields may span several of them."""

    def __init__(self, parts: Parts, losses: Losses) -> None:
        self._styles = parts.styles
        self._losses = losses
        self._fields: list[_Field] = []
        self._notes = {kind: parts.notes(kind) for kind in ("footnotes", "endnotes")}
        self.accounted = 0  # characters of w:t that were read or left out on purpose
        name = self._name = parts.names
        self._text_tags = {name.t}
        self._in_paragraph: dict[str, Callable[[etree._Element, Words, bool], None]] = {
            name.r: self._run,
            name.pPr: self._nothing,
            name.ins: self._inserted,
            name.moveTo: self._inserted,
            getattr(name, "del"): self._deleted,
            name.moveFrom: self._deleted,
            name.sdt: self._control,
            name.fldSimple: self._simple_field,
        }
        self._in_run: dict[str, Callable[[etree._Element, Words, bool], None]] = {
            name.t: self._text,
            name.tab: self._tab,
            name.ptab: self._tab,
            name.br: self._break,
            name.cr: self._break,
            name.ruby: self._ruby,
            name.noBreakHyphen: self._hyphen,
            name.sym: self._symbol,
            name.fldChar: self._field_mark,
            name.instrText: self._field_code,
            name.drawing: self._hang,
            name.pict: self._hang,
            name.object: self._hang,
            name.footnoteReference: self._footnote,
            name.endnoteReference: self._endnote,
        }

    def read(self, paragraph: etree._Element, hidden: bool = False) -> Words:
        """The words of a w:p."""
        words = Words(in_contents=self._in_contents())
        self._inside(paragraph, words, hidden)
        words.in_contents = words.in_contents or self._in_contents()
        return words

    def skip(self, element: etree._Element) -> str:
        """Leaves an element out, and returns the words in it."""
        left_out = "".join(text.text or "" for text in element.iter(self._name.t))
        self.accounted += len(left_out)
        return left_out

    def _inside(self, parent: etree._Element, words: Words, hidden: bool) -> None:
        for child in parent:
            handler = self._in_paragraph.get(child.tag)
            if handler is not None:
                handler(child, words, hidden)
            elif local(child.tag) == "AlternateContent":
                self._inside(self.chosen(child), words, hidden)
            elif local(child.tag) in ("oMath", "oMathPara"):
                words.text += "".join(child.itertext()).strip()
            else:
                self._inside(child, words, hidden)

    def _run(self, run: etree._Element, words: Words, hidden: bool) -> None:
        name = self._name
        bold = False
        for child in run:
            handler = self._in_run.get(child.tag)
            if handler is not None:
                handler(child, words, hidden)
                if child.tag == name.t and not bold and (child.text or "").strip():
                    words.bold = False
            elif child.tag == name.rPr:
                bold, hidden = self._run_look(child, words, hidden)
            elif local(child.tag) == "AlternateContent":
                self._run(self.chosen(child), words, hidden)
            elif child.tag in self._in_paragraph or len(child):
                self._inside(child, words, hidden)

    def _run_look(
        self, properties: etree._Element, words: Words, hidden: bool
    ) -> tuple[bool, bool]:
        name = self._name
        bold = False
        for entry in properties:
            if entry.tag == name.b:
                bold = is_on(entry, name)
            elif entry.tag == name.vanish:
                hidden = is_on(entry, name)
            elif entry.tag == name.sz:
                size = entry.get(name.val) or ""
                words.size = max(words.size, int(size) if size.isdigit() else 0)
            elif entry.tag == name.rStyle:
                look = self._styles.look(entry.get(name.val) or "")
                bold, hidden = bool(look.bold), bool(look.hidden) or hidden
        return bold, hidden

    def _text(self, element: etree._Element, words: Words, hidden: bool) -> None:
        text = element.text or ""
        self.accounted += len(text)
        if hidden:
            self._losses.hidden += 1
            self._losses.drop(text)
        elif self._fields and any(
            field.name in _PAGE_FIELDS or not field.in_result for field in self._fields
        ):
            self._losses.page_numbers += 1
            self._losses.drop(text)
        else:
            words.text += text

    def _tab(self, _element: etree._Element, words: Words, _hidden: bool) -> None:
        words.text += "\t"

    def _break(self, _element: etree._Element, words: Words, _hidden: bool) -> None:
        words.text += "\n"

    def _hyphen(self, _element: etree._Element, words: Words, _hidden: bool) -> None:
        words.text += "-"

    def _ruby(self, element: etree._Element, words: Words, hidden: bool) -> None:
        """The word, then its pronunciation, although the file stores them the other way round."""
        for tag in (self._name.rubyBase, self._name.rt):
            for part in element.findall(tag):
                self._inside(part, words, hidden)

    def _symbol(self, element: etree._Element, words: Words, _hidden: bool) -> None:
        code = element.get(self._name.char) or ""
        try:
            words.text += chr(int(code, 16))
        except (ValueError, OverflowError):
            return

    def _hang(self, element: etree._Element, words: Words, hidden: bool) -> None:
        if hidden:
            self._losses.drop(self.skip(element))
        else:
            words.hanging.append(element)

    def _footnote(self, element: etree._Element, words: Words, _hidden: bool) -> None:
        self._note("footnotes", element, words)

    def _endnote(self, element: etree._Element, words: Words, _hidden: bool) -> None:
        self._note("endnotes", element, words)

    def _note(self, kind: str, element: etree._Element, words: Words) -> None:
        note = self._notes[kind].get(element.get(self._name.id) or "")
        if note is None:
            return
        accounted = self.accounted  # counted for the main part only
        inside = Words()
        for paragraph in note.iter(self._name.p):
            self._inside(paragraph, inside, hidden=False)
            inside.text += " "
        self.accounted = accounted
        if inside.text.strip():
            words.notes.append(inside.text.replace("\n", " ").strip())

    def _field_mark(self, element: etree._Element, _words: Words, _hidden: bool) -> None:
        kind = element.get(self._name.fldCharType)
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _field_code(self, element: etree._Element, words: Words, _hidden: bool) -> None:
        if self._fields:
            self._fields[-1].code += element.text or ""
            words.in_contents = words.in_contents or self._fields[-1].name == "TOC"

    def _in_contents(self) -> bool:
        return bool(self._fields) and any(field.name == "TOC" for field in self._fields)

    def _simple_field(self, element: etree._Element, words: Words, hidden: bool) -> None:
        code = (element.get(self._name.instr) or "").strip().partition(" ")[0].upper()
        if code in _PAGE_FIELDS:
            self._losses.page_numbers += 1
            self._losses.drop(self.skip(element))
        else:
            self._inside(element, words, hidden)

    def _inserted(self, element: etree._Element, words: Words, hidden: bool) -> None:
        self._losses.inserted += element.tag == self._name.ins
        self._inside(element, words, hidden)

    def _deleted(self, element: etree._Element, _words: Words, _hidden: bool) -> None:
        if element.tag != self._name.moveFrom:
            self._losses.deleted += 1
            self._losses.drop("".join(text.text or "" for text in element.iter(self._name.delText)))
        self.skip(element)

    def _control(self, element: etree._Element, words: Words, hidden: bool) -> None:
        if self.is_placeholder(element):
            self._losses.placeholders += 1
            self._losses.drop(self.skip(element))
        else:
            for content in element.findall(self._name.sdtContent):
                self._inside(content, words, hidden)

    def is_placeholder(self, control: etree._Element) -> bool:
        """Whether a content control (w:sdt) still shows its prompt instead of an answer."""
        properties = control.find(self._name.sdtPr)
        shown = None if properties is None else properties.find(self._name.showingPlcHdr)
        return shown is not None and is_on(shown, self._name)

    def chosen(self, alternate: etree._Element) -> etree._Element:
        """The branch of mc:AlternateContent to read; the others say the same once more."""
        branches = list(alternate)
        best = next((branch for branch in branches if len(branch)), alternate)
        for branch in branches:
            if branch is not best:
                self.skip(branch)
        return best

    def _nothing(self, _element: etree._Element, _words: Words, _hidden: bool) -> None:
        return
