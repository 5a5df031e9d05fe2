"""What of a revision can be found by searching: its words, without structure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def of(title: str, fields: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]) -> str:
    """Title, body and the texts of the fields in one string."""
    parts = [title]
    for block in blocks:
        parts.append(f"{block.get('number', '')}{block.get('text', '')}")
        parts.extend(" ".join(row) for row in block.get("rows", ()))
    parts.extend(_texts(fields.values()))
    return "\n".join(part for part in parts if part)


def _texts(values: Iterable[Any]) -> Iterable[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from _texts(value.values())
        elif isinstance(value, (list, tuple)):
            yield from _texts(value)
