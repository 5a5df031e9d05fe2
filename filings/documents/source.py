"""What a reader found in a file, before it is put together."""

from dataclasses import dataclass, field

from filings.documents.outline import Line


@dataclass(frozen=True, slots=True)
class Source:
    """Lines, sentences about what was left out, the words that were, and pictures by digest."""

    lines: list[Line]
    warnings: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
