"""CONSEQUENCES: the credit file, the score, the two legal lists and what follows from them."""

from .entries import CreditEntry, EntryEnding
from .listings import LegalPeriod, Listing, ListingStep, Measure
from .papers import Paper
from .scores import Score

__all__ = [
    "CreditEntry",
    "EntryEnding",
    "LegalPeriod",
    "Listing",
    "ListingStep",
    "Measure",
    "Paper",
    "Score",
]
