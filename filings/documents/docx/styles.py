"""Paragraph and character styles (样式): what a style says about a paragraph's looks and number."""

from dataclasses import dataclass, replace

from lxml import etree

from filings.documents.docx.names import Names

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, or a paragraph or run itself, says; None where it says nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    size: int | None = None  # half points
    number_id: str | None = None
    number_level: int | None = None

    def over(self, below: "Look") -> "Look":
        """This look laid over another."""
        if self is NO_LOOK:
            return below
        return Look(
            *(
                getattr(below, key) if getattr(self, key) is None else getattr(self, key)
                for key in self.__slots__
            )
        )


NO_LOOK = Look()


class Styles:
    """The styles of a document by id; each is read when a paragraph uses it."""

    def __init__(self, root: etree._Element | None, names: Names) -> None:
        self._names = names
        self._entries: dict[str, etree._Element] = {}
        self._resolved: dict[str, Look] = {}
        self._called: dict[str, str] = {}
        self.default = ""
        if root is not None:
            for entry in root.iterchildren(names.style):
                key = entry.get(names.styleId) or ""
                self._entries[key] = entry
                if entry.get(names.default) in ("1", "true") and (
                    entry.get(names.type) == "paragraph"
                ):
                    self.default = key

    def look(self, style: str) -> Look:
        """The look of a style with everything it is based on."""
        if style not in self._resolved:
            look, base, name = NO_LOOK, style, self._names
            for _ in range(_DEEPEST):
                entry = self._entries.get(base)
                if entry is None:
                    break
                look = look.over(look_of(entry.find(name.pPr), entry.find(name.rPr), name))
                base = self._value(entry, name.basedOn)
            self._resolved[style] = look
        return self._resolved[style]

    def called(self, style: str) -> str:
        """The style's name in lower case, as Word stores it in every language: “heading 1”."""
        if style not in self._called:
            entry = self._entries.get(style)
            self._called[style] = self._value(entry, self._names.name).lower()
        return self._called[style]

    def _value(self, entry: etree._Element | None, tag: str) -> str:
        found = None if entry is None else entry.find(tag)
        return "" if found is None else found.get(self._names.val) or ""


def look_of(paragraph: etree._Element | None, run: etree._Element | None, name: Names) -> Look:
    """The look that paragraph and run properties state themselves."""
    look = NO_LOOK
    if run is not None:
        for entry in run:
            if entry.tag == name.b:
                look = replace(look, bold=is_on(entry, name))
            elif entry.tag == name.vanish:
                look = replace(look, hidden=is_on(entry, name))
            elif entry.tag == name.sz:
                look = replace(look, size=_half_points(entry.get(name.val)))
    if paragraph is not None:
        for entry in paragraph:
            if entry.tag == name.jc:
                look = replace(look, centred=entry.get(name.val) == "center")
            elif entry.tag == name.numPr:
                number, level = entry.find(name.numId), entry.find(name.ilvl)
                look = replace(
                    look,
                    number_id=number.get(name.val) if number is not None else None,
                    number_level=_level(level.get(name.val)) if level is not None else None,
                )
    return look


def is_on(entry: etree._Element, name: Names) -> bool:
    """The value of an on/off property such as <w:b/> or <w:b w:val="0"/>."""
    return entry.get(name.val) not in ("0", "false", "off")


def _level(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def _half_points(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
