"""What the readers of one Word document share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from filings.documents.docx.losses import Losses
from filings.documents.docx.parts import Parts
from filings.documents.docx.pictures import Pictures
from filings.documents.docx.words import WordReader
from filings.documents.outline import Line

ReadBlocks = Callable[[etree._Element, list[Line]], None]


@dataclass(slots=True)
class Context:
    """The parts of the document, its word reader, and what was found and lost so far."""

    parts: Parts
    losses: Losses = field(default_factory=Losses)
    pictures: Pictures = field(default_factory=Pictures)
    depth: int = 0  # documents may stand inside documents
    known_pictures: dict[str, str | None] = field(default_factory=dict)  # part → digest
    words: WordReader = field(init=False)

    def __post_init__(self) -> None:
        self.words = WordReader(self.parts, self.losses)
