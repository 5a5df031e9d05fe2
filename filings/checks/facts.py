"""What the rules look at, and what they say. Plain data, gathered by the caller."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from filings.documents.blocks import Block


class Severity(StrEnum):
    """Class of a finding."""

    MUST_FIX = "must_fix"  # 必须改正
    PLEASE_EXPLAIN = "please_explain"  # 请说明
    HINT = "hint"  # 提示


@dataclass(frozen=True, slots=True)
class AssociationFacts:
    """What the rules need to know of the organisation. Ratios are (numerator, denominator)."""

    name: str
    category: str
    industry: str = ""
    registered_on: dt.date | None = None
    quorum: tuple[int, int] = (2, 3)
    majority: tuple[int, int] = (1, 2)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One attachment: its role, kind of file, shown name and number of pages."""

    role: str
    kind: str
    name: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """One revision as the rules see it."""

    material: str
    title: str
    fields: Mapping[str, Any]
    blocks: Sequence[Block]
    association: AssociationFacts
    today: dt.date
    attachments: tuple[AttachedFile, ...] = ()
    warnings: tuple[str, ...] = ()
    missing_glyphs: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where (article anchor or field name), what, and what to do."""

    rule_id: str
    severity: Severity
    place: str
    sentence: str
    remedy: str
    source: str
    quote: str = ""

    @property
    def fingerprint(self) -> str:
        """Same finding in a later version of the text: same rule, same words, wherever it moved."""
        said = f"{self.rule_id}\n{self.quote or self.place}\n{self.sentence}"
        return hashlib.sha256(said.encode()).hexdigest()
