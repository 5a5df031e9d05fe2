"""The rows of a fee table: membership fees and the others."""

from collections.abc import Mapping
from typing import Any

from .facts import Facts
from .reading import rows_at, text_at


def is_membership_fee(row: Mapping[str, Any]) -> bool:
    """Whether a row is a tier of the membership fee (会费)."""
    item = text_at(row, "item")
    return "会费" in item and "班会费" not in item and "年会费" not in item


def membership_fees(facts: Facts) -> list[Mapping[str, Any]]:
    """The tiers of the membership fee, in order."""
    return [row for row in rows_at(facts.fields, "fees") if is_membership_fee(row)]
