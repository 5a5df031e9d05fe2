"""What of a filing's past the public may still read, told from its pointer's swaps alone.

A version stays readable, marked as replaced, while a later one of the same unbroken publication
is current. Withdrawing (停止公开) ends that for good: what was withdrawn does not come back when a
newer version is published, since it may have been withdrawn for what it said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Swap(Protocol):
    """One swap of a publication pointer (a PublicationEvent)."""

    @property
    def version(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def revision_id(self) -> int | None: ...


WITHDRAWN = "withdrawn"
S = TypeVar("S", bound=Swap)


@dataclass(frozen=True, slots=True)
class PublicHistory(Generic[S]):
    """``current`` and, newest first, the ``earlier`` swaps whose version may still be read.

    ``withdrawn`` is the swap that took the filing off, when it is off now.
    """

    current: S | None
    earlier: tuple[S, ...]
    withdrawn: S | None

    def may_read(self, revision_id: int) -> bool:
        """Whether the public may read this revision now."""
        readable = (self.current, *self.earlier) if self.current else ()
        return any(swap.revision_id == revision_id for swap in readable if swap)


def public_history(swaps: Iterable[S]) -> PublicHistory[S]:
    """Read the swaps of one filing, in any order."""
    ordered = sorted(swaps, key=lambda swap: swap.version, reverse=True)
    if not ordered:
        return PublicHistory(None, (), None)
    if ordered[0].kind == WITHDRAWN:
        return PublicHistory(None, (), ordered[0])
    readable: list[S] = []
    for swap in ordered:
        if swap.kind == WITHDRAWN:
            break
        readable.append(swap)
    return PublicHistory(readable[0], tuple(readable[1:]), None)
