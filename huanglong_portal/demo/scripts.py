"""The scripts (剧本): which organisation files what, and how far each document comes.

One table, so that every state can be found again; the first four organisations alone go through
all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from filings.materials import Material, required_of

from .organisations import Organisation


class Course(Enum):
    """How far a document comes: the acts in order."""

    DRAFT = ("draft",)
    SUBMITTED = ("draft", "submit")
    IN_REVIEW = ("draft", "submit", "claim")
    ENDORSED = ("draft", "submit", "claim", "endorse")
    APPROVED = ("draft", "submit", "claim", "endorse", "approve")
    PUBLISHED = ("draft", "submit", "claim", "endorse", "approve", "publish")
    UNPUBLISHED = ("draft", "submit", "claim", "endorse", "approve", "publish", "unpublish")
    RETURNED = ("draft", "submit", "claim", "return")
    RESUBMITTED = ("draft", "submit", "claim", "return", "revise", "submit")
    MENDED = (
        *("draft", "submit", "claim", "return", "revise", "submit", "claim", "endorse"),
        *("approve", "publish"),
    )
    WITHDRAWN = ("draft", "submit", "withdraw")
    WITHDRAWN_AND_REDRAFTED = ("draft", "submit", "claim", "withdraw", "revise")
    IN_PREPARATION = ("declare",)
    NONE_YET = ("declare_none",)
    CARRIED_OVER = ("carry_over",)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.value[-1] not in ("approve", "publish", "unpublish", "carry_over")


@dataclass(frozen=True, slots=True)
class Part:
    """One document's part. ``what`` says which one of its kind; ``flaw`` what is wrong with it."""

    material: str
    course: Course
    what: str = ""
    flaw: str = ""
    earlier: bool = False
    amended: bool = False


_C, _E, _S, _P, _K = (
    Material.CONVENTION,
    Material.ETHICS_CODE,
    Material.STANDARD,
    Material.PLEDGE,
    Material.CASE,
)
_X = Course

# The round before: these three were filed and approved by those who took part in it.
_EARLIER = (
    Part(_C, _X.PUBLISHED, earlier=True),
    Part(_E, _X.APPROVED, earlier=True),
    Part(_P, _X.APPROVED, earlier=True),
)
# The four who show everything: 行业协会商会, 社会团体, 民办非企业单位, 基金会.
_SHOWN: tuple[tuple[Part, ...], ...] = (
    (
        Part(_C, _X.PUBLISHED, amended=True),
        Part(_E, _X.CARRIED_OVER),
        Part(_S, _X.PUBLISHED, "issued"),
        Part(_S, _X.APPROVED, "drafting"),
        Part(_S, _X.IN_REVIEW, "participation"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.MENDED, "sanction"),
        Part(_K, _X.SUBMITTED, "reward"),
    ),
    (
        Part(_C, _X.RESUBMITTED, flaw="price"),
        Part(_E, _X.IN_REVIEW),
        Part(_P, _X.ENDORSED),
        Part(_K, _X.WITHDRAWN_AND_REDRAFTED, "mediation"),
        Part(_K, _X.PUBLISHED, "brand"),
    ),
    (
        Part(_C, _X.DRAFT, flaw="quorum"),
        Part(_E, _X.IN_PREPARATION),
        Part(_P, _X.RETURNED, flaw="fees"),
        Part(_K, _X.NONE_YET),
    ),
    (
        Part(_C, _X.MENDED, flaw="wording"),
        Part(_E, _X.PUBLISHED),
        Part(_P, _X.APPROVED),
        Part(_K, _X.UNPUBLISHED, "reward"),
        Part(_K, _X.WITHDRAWN, "responsibility"),
    ),
)
# Everybody else: (convention, ethics code, standards, pledge, cases), turn and turn about.
_TURNS: tuple[tuple[Part, ...], ...] = (
    (
        Part(_C, _X.PUBLISHED, amended=True),
        Part(_E, _X.PUBLISHED),
        Part(_S, _X.PUBLISHED, "issued"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.PUBLISHED, "sanction"),
    ),
    (
        Part(_C, _X.PUBLISHED),
        Part(_E, _X.APPROVED),
        Part(_S, _X.APPROVED, "drafting"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.APPROVED, "reward"),
    ),
    (
        Part(_C, _X.RETURNED, flaw="price"),
        Part(_E, _X.APPROVED),
        Part(_S, _X.SUBMITTED, "issued"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.ENDORSED, "mediation"),
    ),
    (
        Part(_C, _X.CARRIED_OVER),
        Part(_E, _X.CARRIED_OVER),
        Part(_S, _X.PUBLISHED, "upcoming"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.PUBLISHED, "brand"),
    ),
    (
        Part(_C, _X.IN_REVIEW),
        Part(_E, _X.SUBMITTED),
        Part(_S, _X.IN_PREPARATION),
        Part(_P, _X.MENDED, flaw="fees"),
        Part(_K, _X.APPROVED, "sanction"),
    ),
    (
        Part(_C, _X.PUBLISHED),
        Part(_E, _X.PUBLISHED),
        Part(_S, _X.PUBLISHED, "issued"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.APPROVED, "mediation"),
    ),
    (
        Part(_C, _X.IN_PREPARATION),
        Part(_E, _X.DRAFT),
        Part(_S, _X.NONE_YET),
        Part(_P, _X.SUBMITTED),
    ),
    (
        Part(_C, _X.ENDORSED),
        Part(_E, _X.APPROVED),
        Part(_S, _X.APPROVED, "participation"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.PUBLISHED, "sanction"),
    ),
    (),
    (
        Part(_C, _X.DRAFT, flaw="dates"),
        Part(_P, _X.APPROVED),
        Part(_K, _X.PUBLISHED, "responsibility"),
    ),
)
# (trade, sanction, which of its stories fits it): all five are there.
SANCTIONS = {
    "car_repair": ("internal_criticism", 0),
    "acrobatics": ("warning", 0),
    "down": ("public_censure", 0),
    "fire_safety": ("expulsion", 0),
    "guest_chamber": ("internal_criticism", 1),
    "petrochemical": ("referral", 1),
    "property": ("internal_criticism", 0),
    "street_chamber": ("warning", 2),
    "sports_club": ("internal_criticism", 0),
}
OTHER_SANCTION = ("warning", 0)


def parts_of(organisation: Organisation) -> Iterator[Part]:
    """Everything an organisation files, in both rounds."""
    index = organisation.index
    chosen = _SHOWN[index] if index < len(_SHOWN) else _TURNS[(index - len(_SHOWN)) % len(_TURNS)]
    if took_part_before(organisation):
        yield from _EARLIER
    materials = required_of(organisation.category)
    yield from (part for part in chosen if part.material in materials)


def took_part_before(organisation: Organisation) -> bool:
    """Whether it filed in the round before: who carries over or amends must have, some more did."""
    index = organisation.index
    chosen = _SHOWN[index] if index < len(_SHOWN) else _TURNS[(index - len(_SHOWN)) % len(_TURNS)]
    return any(part.amended or part.course is Course.CARRIED_OVER for part in chosen)
