"""What of a filing's past the public may still read, told from its pointer's swaps alone.

A version stays readable, marked as replaced, while a later one of the same unbroken publication
is current. Withdrawing (停止公开) ends that for good: what was withdrawn does not come back when a
newer version is published, since it may have been withdrawn for what it said.
"""

from collections.abc import Iterable
from dataclasses import dataclass

WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Swap:
    """One swap of a publication pointer; ``revision_id`` is what was public after it."""

    version: int
    kind: str
    revision_id: int | None


@dataclass(frozen=True, slots=True)
class PublicHistory:
    """The ``readable`` swaps, the current one first, and the one that took the filing off.

    Either is empty: what is off now has nothing to read, what is public was not taken off.
    """

    readable: tuple[Swap, ...] = ()
    withdrawn: Swap | None = None

    def may_read(self, revision_id: int) -> bool:
        """Whether the public may read this revision now."""
        return any(swap.revision_id == revision_id for swap in self.readable)


def public_history(swaps: Iterable[Swap]) -> PublicHistory:
    """Read the swaps of one filing, in any order."""
    readable: list[Swap] = []
    for swap in sorted(swaps, key=lambda swap: swap.version, reverse=True):
        if swap.kind == WITHDRAWN:
            if not readable:
                return PublicHistory(withdrawn=swap)
            break
        readable.append(swap)
    return PublicHistory(tuple(readable))
