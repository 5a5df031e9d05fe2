"""Whose documents a version is like, as its reviewer sees it: by name, article by article."""

from dataclasses import dataclass
from typing import Any

from ..models import LikeText, Revision


@dataclass(frozen=True, slots=True)
class ShownLikeness:
    """One like document; ``openable`` says whether this officer may open it."""

    like: LikeText
    openable: bool


def likeness_of(revision: Revision, user: Any) -> list[ShownLikeness]:
    """The like documents of a version, the likest first."""
    found = list(revision.like_texts.with_names())
    others = [like.other_id for like in found]
    mine = set(
        Revision.objects.visible_to(user).filter(pk__in=others).values_list("pk", flat=True)
        if others
        else ()
    )
    return [ShownLikeness(like, like.other_id in mine) for like in found]


def likeness_marks(found: list[ShownLikeness]) -> dict[str, list[str]]:
    """Anchor → the words beside the article: the likest article of anybody else."""
    best: dict[str, tuple[float, str]] = {}
    for one in found:
        other = one.like.other
        for match in one.like.matches:
            if match["likeness"] > best.get(match["anchor"], (0.0, ""))[0]:
                words = (
                    f"与{other.filing.association.name}的{match['other_place']}"
                    f"有 {match['likeness']:.0%} 相同"
                )
                best[match["anchor"]] = (match["likeness"], words)
    return {anchor: [words] for anchor, (_, words) in best.items()}
