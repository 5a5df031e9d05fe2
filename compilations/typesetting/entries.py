"""What is typeset, as plain data: documents, chapter openings, books."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from filings.documents.blocks import Block
from filings.presentation import Section


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file whose pages are printed behind the document, scaled into the measure."""

    name: str
    caption: str
    path: Path
    is_pdf: bool  # otherwise a JPEG or PNG


@dataclass(frozen=True, slots=True)
class Document:
    """One document dressed for print."""

    title: str
    note: str = ""  # under the title: who adopted it and when
    lead: tuple[Section, ...] = ()  # before the text
    blocks: tuple[Block, ...] = ()
    after: tuple[Section, ...] = ()  # behind the text
    signature: tuple[str, ...] = ()  # 落款
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # of image blocks, by digest
    attached: tuple[AttachedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """The page that opens the chapter of one organisation."""

    association: str
    facts: tuple[tuple[str, str], ...] = ()
    address: str = ""  # what the QR code says: where the current text stands


@dataclass(frozen=True, slots=True)
class Part:
    """A set piece, ready to be bound: where its PDF comes from and how many pages it has."""

    title: str
    pages: int
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Everything of one organisation in one volume."""

    opening: Opening
    documents: tuple[Part, ...]
    industry: str = ""

    @property
    def association(self) -> str:
        return self.opening.association


@dataclass(frozen=True, slots=True)
class Imprint:
    """What cover, title page and colophon say of a volume."""

    title: str
    bureau: str
    edition: str  # “2026年度”
    month: str  # “2026年11月”
    division: str = ""  # 上册, 下册, 第二册 where the volume is divided
    colophon: tuple[tuple[str, str], ...] = ()
    address: str = ""  # what the QR code of the colophon says
    is_proof: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A volume, or one part of a divided volume, complete."""

    imprint: Imprint
    chapters: tuple[Chapter, ...]
    editors: tuple[tuple[str, str], ...] = ()  # 编委会: post and names
    preface: tuple[str, ...] = ()  # paragraphs of the 编印说明
    front: tuple[Section, ...] = ()  # tables before the contents: changes, catalogue
    notice: tuple[tuple[str, str], ...] = ()  # the notice that asked for the volumes
    back: tuple[Section, ...] = ()  # appendices behind the documents
    first_page: int = 1
    opens_on_right: bool = True
