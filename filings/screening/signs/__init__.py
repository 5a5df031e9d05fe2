"""The signs of restrictive clauses, a file for each idea, in one table."""

from . import (
    boycott,
    coercion,
    customers,
    discount,
    entry,
    exchange,
    innovation,
    output,
    price_coordination,
    price_level,
    resale,
    tender,
    territory,
)
from .sign import Sign

SIGNS: tuple[Sign, ...] = (
    *resale.SIGNS,
    *price_level.SIGNS,
    *price_coordination.SIGNS,
    *discount.SIGNS,
    *output.SIGNS,
    *territory.SIGNS,
    *customers.SIGNS,
    *tender.SIGNS,
    *innovation.SIGNS,
    *boycott.SIGNS,
    *exchange.SIGNS,
    *entry.SIGNS,
    *coercion.SIGNS,
)

__all__ = ["SIGNS", "Sign"]
