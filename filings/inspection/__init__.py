"""Inspection of files people send: what is it really, is it harmless, a rebuilt copy."""

from dataclasses import dataclass
from pathlib import Path


class CannotInspect(Exception):
    """The file could not be inspected just now (time, memory); it says nothing of the file."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Result of an inspection that the file passed."""

    kind: str
    media_type: str
    pages: int | None
    warnings: tuple[str, ...]
    clean: Path | None


def inspect(path: Path, name: str) -> Inspection:
    """Inspect the file at ``path``; raises Refused or CannotInspect."""
    raise CannotInspect
