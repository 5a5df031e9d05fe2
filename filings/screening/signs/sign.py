"""What a sign is: a turn of phrase, the polarity in which it tells, and what excuses it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..polarity import Polarity

# “发布信息不得披露单个会员的价格”: what follows the act forbids it after all.
_TAKEN_BACK = re.compile(
    "不得(?:披露|泄露|公开|传递|涉及|干预|限制|组织|参与|要求|影响|讨论)|不需要?|不须|无需|不必"
)
# “协会不得…”: a rule that binds the association frees its members.
_BINDS_THE_ASSOCIATION = re.compile(
    "(?:协会|本会|商会|分会|秘书处)(?:及其工作人员|工作人员)?(?:均|都|也)?(?:不得|不应|不可|"
    "不准|不(?!同意)|无权|不能)"
)

Tells = Literal["asked", "forbidden", "always"]


@dataclass(frozen=True, slots=True)
class Sign:
    """One turn of phrase that tells of a category.

    ``pattern`` may name the decisive words ``(?P<act>…)``; the whole match is the act otherwise.
    ``tells`` is the polarity: a collusive act tells when *asked* for, a competitive act when
    *forbidden*; *always* where the pattern holds its own ban. ``unless`` excuses the sign when it
    is found anywhere in the sentence; ``needs`` must be found.
    ``strength`` is how far the sign alone convinces (0–1).
    """

    category: str
    strength: float
    pattern: re.Pattern[str]
    tells: Tells
    why: str
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None

    def found(self, polarity: Polarity) -> Iterator[str]:
        """The places in a sentence where the sign tells."""
        for match in self._matches(polarity):
            if self.tells == "asked" and (
                polarity.disavows(_act(match)) or _TAKEN_BACK.search(match[0])
            ):
                continue
            if _BINDS_THE_ASSOCIATION.search(match[0]):
                continue
            if self.tells == "forbidden" and not polarity.forbids(_act(match)):
                continue
            yield match[0]

    def disavowed(self, polarity: Polarity) -> bool:
        """Whether the sentence names the collusive act only to forbid or punish it."""
        return self.tells == "asked" and any(
            polarity.disavows(_act(match)) for match in self._matches(polarity)
        )

    def _matches(self, polarity: Polarity) -> Iterator[re.Match[str]]:
        text = polarity.sentence.text
        if self.unless and self.unless.search(text):
            return
        if self.needs and not self.needs.search(text):
            return
        yield from self.pattern.finditer(text)


def _act(match: re.Match[str]) -> tuple[int, int]:
    """The span of the decisive words; of the whole match where a variant names none."""
    named = "act" in match.re.groupindex and match["act"] is not None
    return match.span("act") if named else match.span()


def sign(
    category: str,
    strength: float,
    pattern: str,
    tells: Tells,
    why: str,
    *,
    unless: str = "",
    needs: str = "",
) -> Sign:
    """A sign with its patterns compiled."""
    return Sign(
        category,
        strength,
        re.compile(pattern),
        tells,
        why,
        re.compile(unless) if unless else None,
        re.compile(needs) if needs else None,
    )
