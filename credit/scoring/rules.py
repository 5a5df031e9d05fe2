"""◇ The language a rule set is written in: plain data, so that a version can be kept and compared.

All points are integers of 0.01 (``POINT`` = 100 of them), so that a bill adds up exactly.
A *reference* names evidence: ``code`` for any fact of that code, ``code:mark`` for one that bears
the mark. ``months`` is how long a fact counts from the day it occurred; None = until it ends.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

POINT = 100


@dataclass(frozen=True, slots=True)
class Part:
    """Points earned when any of ``any_of`` (and every one of ``all_of``) is in effect."""

    id: str
    title: str
    points: int
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    months: int | None = None
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """Adds up its parts. Nothing is earned without ``needs``, nor while a ``veto`` stands."""

    parts: tuple[Part, ...]
    needs: str = ""
    veto: tuple[str, ...] = ()
    adverse: tuple[str, ...] = ()
    """Facts that make an optional indicator count against the organisation."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The most recent fact decides; of two on one day, the one worth less. Worth None: the
    indicator does not apply. ``adverse`` facts count against the organisation."""

    points: Mapping[str, int | None]
    adverse: tuple[str, ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """The share of ``good`` among ``good`` and ``bad`` facts, of the indicator's maximum."""

    good: str
    bad: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """``each`` points for every unit of the best fact's quantity (评估等级: A 的个数)."""

    code: str
    each: int
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Starts full; every fact takes its points away, down to nothing."""

    each: Mapping[str, int]
    advice: str = ""


Measure = Parts | Latest | Share | Graded | Allowance


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the table (指标).

    ``only_for`` names the categories of organisations it applies to (empty: all). An ``optional``
    indicator joins the table only once something about it is on file: a good fact where that
    raises the total, an adverse one where it lowers it. So nobody is worse off for a good fact
    or for what the bureau did not record.
    """

    id: str
    title: str
    maximum: int
    measure: Measure
    source: str
    months: int | None = None
    only_for: frozenset[str] = frozenset()
    optional: bool = False

    @property
    def dimension(self) -> str:
        """Letter of the dimension (维度) it belongs to."""
        return self.id[0]

    def looks_at(self) -> Iterator[tuple[str, int | None]]:
        """Every reference it looks at, with the months within which it does."""
        measure = self.measure
        if isinstance(measure, Parts):
            for part in measure.parts:
                months = self.months if part.months is None else part.months
                yield from ((ref, months) for ref in (*part.any_of, *part.all_of))
            own = (measure.needs, *measure.veto, *measure.adverse)
        elif isinstance(measure, Latest):
            own = tuple(measure.points)
        elif isinstance(measure, Share):
            own = (measure.good, measure.bad)
        elif isinstance(measure, Graded):
            own = (measure.code,)
        else:
            own = tuple(measure.each)
        yield from ((ref, self.months) for ref in own)


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points taken off the total (减分), for every fact in the months of its severity class.

    With ``per``, points go off for every full ``per`` of the fact's quantity; ``limit`` bounds
    what all facts of this code take off together.
    """

    code: str
    points: int
    severity: str
    source: str
    per: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Bonus:
    """Points added to the total (加分) for every fact in the window."""

    code: str
    points: int
    months: int
    source: str


@dataclass(frozen=True, slots=True)
class Cap:
    """While ``code`` is in effect the total is at most ``ceiling`` (封顶)."""

    code: str
    ceiling: int
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Band:
    """A grade band: ``letter`` from ``floor`` upwards."""

    letter: str
    title: str
    floor: int


@dataclass(frozen=True)
class RuleSet:
    """One version of the index, whole: from it and the facts any score can be computed again."""

    version: str
    title: str
    dimensions: Mapping[str, str]
    indicators: tuple[Indicator, ...]
    deductions: tuple[Deduction, ...]
    bonuses: tuple[Bonus, ...]
    caps: tuple[Cap, ...]
    bands: tuple[Band, ...]
    marks: tuple[Band, ...]
    severity_months: Mapping[str, int]
    severity_titles: Mapping[str, str]
    bonus_limit: int
    least_applicable: int
    probation_months: int
    full: int = field(default=100 * POINT)

    def band_of(self, total: int) -> Band:
        """The band a total falls into; bands are listed from the highest floor down."""
        return next(band for band in self.bands if total >= band.floor)

    @cached_property
    def windows(self) -> dict[str, frozenset[int]]:
        """For each code the windows, in months, within which some rule looks at it."""
        found: dict[str, set[int]] = defaultdict(set)
        for indicator in self.indicators:
            for reference, months in indicator.looks_at():
                if months is not None:
                    found[reference.split(":")[0]].add(months)
        for deduction in self.deductions:
            found[deduction.code].add(self.severity_months[deduction.severity])
        for bonus in self.bonuses:
            found[bonus.code].add(bonus.months)
        return {code: frozenset(months) for code, months in found.items()}

    def mark_of(self, total: int) -> str:
        """The finer mark (AAA, AA, A) of a total in the first band, or ""."""
        return next((mark.letter for mark in self.marks if total >= mark.floor), "")
