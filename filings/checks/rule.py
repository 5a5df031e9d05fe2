"""What a rule is: whom it concerns, how hard it is, what it rests on, and how it looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from associations.kinds import Category

from ..materials import Material
from .facts import Facts, Finding, Severity

ALL = frozenset(Material)
WITH_BODY = frozenset({Material.CONVENTION, Material.ETHICS_CODE})
_WITH_MEMBERS = frozenset({Category.TRADE_ASSOCIATION, Category.SOCIETY})


@dataclass(frozen=True, slots=True)
class Found:
    """One thing a rule found: where, the sentence for the filer, and the words it is about.

    ``place`` is the anchor of a block (``a12``), the dotted path of a field
    (``assembly.present``), ``body`` or ``attachments``.
    """

    place: str
    sentence: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the table. ``source`` is a key of ``sources.SOURCES``.

    With ``among_members`` it concerns only organisations that have members (行业协会商会 and other
    社会团体): a foundation has no 会员大会.
    """

    id: str
    title: str
    materials: frozenset[Material]
    severity: Severity
    source: str
    remedy: str
    look: Callable[[Facts], Iterable[Found]]
    among_members: bool = False

    def concerns(self, facts: Facts) -> bool:
        """Whether the rule applies to this material of this organisation."""
        if self.among_members and facts.association.category not in _WITH_MEMBERS:
            return False
        return facts.material in self.materials

    def findings(self, facts: Facts) -> Iterable[Finding]:
        """What the rule finds, in the order of the document."""
        if not self.concerns(facts):
            return
        for found in self.look(facts):
            yield Finding(
                rule_id=self.id,
                severity=self.severity,
                place=found.place,
                sentence=found.sentence,
                remedy=self.remedy,
                source=self.source,
                quote=found.quote,
            )
