"""The competition screen (排除、限制竞争条款筛查): advice with a certainty, never a verdict.

Whether a clause is a monopoly agreement is for the 反垄断执法机构 to say; the screen points a filer
and an officer to clauses worth a second look (通知 一（一）第2句; 反垄断法 第二十一条).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from filings.documents import blocks as documents
from filings.documents.blocks import Block

from .categories import CATEGORIES
from .innocence import EXCUSES
from .polarity import Polarity
from .reading import is_numbered_item, opens_list, sentences
from .signs import SIGNS
from .subject import likeliest
from .wording import resemblance, telling

FLAGGED_FROM = 0.5
_MOST = 0.98
_ANOTHER_SIGN = 0.03
_ANOTHER_CATEGORY = 0.04
# Below this resemblance the wording speaks against a sign; it can halve the sign at most.
_ORDINARY = 0.2
# From this resemblance on the wording alone is worth a look; it never makes more than a suspicion.
_SUSPICIOUS = 0.5
_MERE_SUSPICION = 0.6
_SUSPICIOUS_THOUGH_EXCUSED = 0.9
_SUSPICIOUS_THOUGH_DISAVOWED = 0.75
_SHORTEST = 10
_PERMITTED = re.compile("可以|有权|允许会员|鼓励|支持会员")


@dataclass(frozen=True, slots=True)
class Hit:
    """One clause that may restrict competition.

    ``anchor`` is the block's anchor (empty for a bare line), ``basis`` the law, ``why`` what was
    seen and in which words, ``advice`` what to do.
    """

    anchor: str
    category: str
    certainty: float
    basis: str
    text: str
    why: str
    advice: str

    @property
    def label(self) -> str:
        """The category in Chinese."""
        return CATEGORIES[self.category].label


@dataclass(frozen=True, slots=True)
class _Finding:
    category: str
    strength: float
    why: str
    words: str


def screen_line(text: str, *, lead: str = "", anchor: str = "") -> list[Hit]:
    """The hits of one clause, the surest first, at most one a category.

    Args:
        text: the clause, one or several sentences.
        lead: the sentence that opened the list the clause is an item of, if any.
        anchor: copied into the hits.
    """
    findings = _findings(text, lead)
    best: dict[str, _Finding] = {}
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.category] = counts.get(finding.category, 0) + 1
        if finding.strength > getattr(best.get(finding.category), "strength", 0):
            best[finding.category] = finding
    hits = []
    for category, finding in best.items():
        certainty = (
            finding.strength
            + _ANOTHER_SIGN * min(counts[category] - 1, 3)
            + _ANOTHER_CATEGORY * min(len(best) - 1, 2)
        )
        if certainty < FLAGGED_FROM:
            continue
        about = CATEGORIES[category]
        hits.append(
            Hit(
                anchor=anchor,
                category=category,
                certainty=round(min(certainty, _MOST), 2),
                basis=about.basis,
                text=text.strip(),
                why=f"{finding.why}：“{finding.words}”",
                advice=about.advice,
            )
        )
    # Fines and deposits only enforce something; where something else is found, that leads.
    return sorted(hits, key=lambda hit: (hit.category == "coercion", -hit.certainty))


@lru_cache(maxsize=8192)  # a draft is screened again at every save, and hardly changes
def _findings(text: str, lead: str) -> tuple[_Finding, ...]:
    return tuple(
        finding for sentence in sentences(text, lead) for finding in _read(Polarity(sentence))
    )


def _read(polarity: Polarity) -> Iterator[_Finding]:
    """What the signs find in a sentence, weighed against its wording as a whole."""
    text = polarity.sentence.text
    alike = resemblance(text)
    ordinary = 0.5 + 0.5 * min(1.0, alike / _ORDINARY)
    any_sign = False
    for sign in SIGNS:
        for words in sign.found(polarity):
            any_sign = True
            strength = sign.strength * ordinary
            for excuse in EXCUSES:
                if excuse.applies(text, sign.category):
                    strength *= excuse.factor
            yield _Finding(sign.category, strength, sign.why, words)
            break
    if not any_sign and (finding := _suspicion(polarity, alike)):
        yield finding


def _suspicion(polarity: Polarity, alike: float) -> _Finding | None:
    """A finding from the wording alone, where no sign told and nothing was disavowed."""
    text = polarity.sentence.text
    category = likeliest(text)
    if category is None:
        return None
    excused = bool(_PERMITTED.search(text)) or any(
        excuse.applies(text, category) for excuse in EXCUSES
    )
    if len(text) < _SHORTEST or polarity.lead_forbids:
        return None
    if alike < (_SUSPICIOUS_THOUGH_EXCUSED if excused else _SUSPICIOUS):
        return None
    if alike < _SUSPICIOUS_THOUGH_DISAVOWED and any(sign.disavowed(polarity) for sign in SIGNS):
        return None
    strength = FLAGGED_FROM + (alike - _SUSPICIOUS) * (_MERE_SUSPICION - FLAGGED_FROM) * 2
    return _Finding(
        category, strength, "用语与限制竞争的条款相近，请复核", "”“".join(telling(text))
    )


def screen(blocks: Sequence[Block]) -> list[Hit]:
    """The hits of a document in reading order, by block; a table is read row by row.

    Items under “不得有下列行为：” are read with that lead.
    """
    hits: list[Hit] = []
    lead = ""
    for anchor, block in zip(documents.anchors(blocks), blocks, strict=True):
        if block.type not in ("item", "paragraph", "table"):
            lead = ""
        if block.type == "title":
            continue
        for text in _texts(block):
            hits.extend(screen_line(text, lead=lead if block.type == "item" else "", anchor=anchor))
        if opens_list(block.text):
            lead = block.text
    return hits


def screen_lines(lines: Iterable[str]) -> Iterator[tuple[int, list[Hit]]]:
    """The hits of plain text line by line, with the number of the line (from 1).

    A numbered line behind “不得有下列行为：” is read with that lead.
    """
    lead = ""
    for number, line in enumerate(lines, start=1):
        numbered = is_numbered_item(line)
        if hits := screen_line(line, lead=lead if numbered else ""):
            yield number, hits
        if opens_list(line):
            lead = line
        elif line.strip() and not numbered:
            lead = ""


def _texts(block: Block) -> Iterator[str]:
    if block.text:
        yield block.text
    head = block.rows[0] if block.rows else ()
    for row in block.rows[1:]:
        yield "，".join(
            f"{name}{cell}" for name, cell in zip(head, row, strict=False) if cell.strip()
        )
    yield from block.notes
