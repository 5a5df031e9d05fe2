"""A paper (文稿): what an organisation wrote for one material, before it becomes a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from filings.documents.blocks import Block


@dataclass(frozen=True, slots=True)
class Paper:
    """Title, text and structured fields of one document.

    `articles` is how many 第X条 the text has, `places` where its main articles stand (label →
    第N条): what reads the document back must find the same.
    """

    material: str
    title: str
    blocks: Sequence[Block]
    fields: dict[str, Any]
    articles: int = 0
    places: dict[str, str] = field(default_factory=dict)
