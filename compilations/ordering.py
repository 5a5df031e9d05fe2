"""The order of organisations in a volume, chosen for each edition. Pure."""

import datetime as dt
from functools import cache

from django.db import models

from .stroke_order import ORDER

# The names of nearly all begin with these: they say nothing about the order.
_COMMON_HEADS = ("濮阳市华龙区", "濮阳市", "华龙区")
_LAST = 1_000_000


class OrderBy(models.TextChoices):
    """How the chapters of a volume follow each other."""

    PINYIN = "pinyin", "按名称拼音"
    STROKES = "strokes", "按名称笔画"
    INDUSTRY = "industry", "按行业"
    REGISTRATION = "registration", "按成立登记先后"


def sort_key(
    order_by: str,
    *,
    name: str,
    pinyin: str,
    industry: str,
    registered_on: dt.date | None,
    credit_code: str,
) -> tuple[object, ...]:
    """The key by which chapters are sorted; the credit code settles what else is equal."""
    match order_by:
        case OrderBy.STROKES:
            return (strokes_key(name), credit_code)
        case OrderBy.INDUSTRY:
            return (not industry, strokes_key(industry), pinyin, credit_code)
        case OrderBy.REGISTRATION:
            return (registered_on or dt.date.max, pinyin, credit_code)
        case _:
            return (pinyin, name, credit_code)


def strokes_key(name: str) -> tuple[int, ...]:
    """Places of the characters in stroke order, the common head of local names left aside."""
    for head in _COMMON_HEADS:
        if name.startswith(head) and len(name) > len(head):
            name = name.removeprefix(head)
            break
    return tuple(_places().get(character, _LAST + ord(character)) for character in name)


@cache
def _places() -> dict[str, int]:
    return {character: place for place, character in enumerate(ORDER.replace("\n", ""))}
