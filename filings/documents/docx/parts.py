"""The parts of a Word package that reading needs, opened when they are asked for."""

from functools import cached_property

from lxml import etree

from filings.documents.docx.names import Names
from filings.documents.docx.numbering import Numbering
from filings.documents.docx.styles import Styles
from filings.inspection.kinds import DOCX
from filings.inspection.markup import local, parse
from filings.inspection.package import Relationship, main_part, relationships
from filings.inspection.refusals import Unacceptable
from filings.inspection.zipped import Container


class Parts:
    """A Word document's main part and what it refers to."""

    def __init__(self, container: Container) -> None:
        """Raises Unacceptable when the container holds no Word document."""
        kind, main = main_part(container)
        if kind != DOCX:
            raise Unacceptable("wrong_type", what="Excel 表格，不是 Word 文档")
        self.container = container
        self.root = parse(container.read(main))
        try:
            self.names = Names(self.root.tag)
        except ValueError:
            raise Unacceptable("damaged") from None
        self._relationships = {entry.id: entry for entry in relationships(container, main)}
        self.styles = Styles(self._part("styles"), self.names)

    @cached_property
    def numbering(self) -> Numbering:
        """The automatic numbering; read when the first numbered paragraph asks for it."""
        return Numbering(self._part("numbering"), self.names)

    def relationship(self, key: str | None) -> Relationship | None:
        """The relationship of the main part with this id."""
        return self._relationships.get(key or "")

    def content(self, relationship: Relationship) -> bytes:
        """The bytes of the part that a relationship names; b"" when it is outside or missing."""
        if relationship.external or relationship.target not in self.container:
            return b""
        return self.container.read(relationship.target)

    def notes(self, kind: str) -> dict[str, etree._Element]:
        """The footnotes ("footnotes") or endnotes by id, the separator lines left out."""
        root = self._part(kind)
        if root is None:
            return {}
        return {
            note.get(self.names.id) or "": note
            for note in root
            if (note.get(self.names.type) or "normal") == "normal"
        }

    def count_comments(self) -> int:
        """How many comments the reviewers left."""
        root = self._part("comments")
        return 0 if root is None else sum(1 for entry in root if local(entry.tag) == "comment")

    def _part(self, kind: str) -> etree._Element | None:
        for relationship in self._relationships.values():
            if relationship.kind == kind and relationship.target in self.container:
                return parse(self.container.read(relationship.target))
        return None
