"""Screening of self-discipline rules for clauses that exclude or restrict competition."""

from .categories import CATEGORIES, Category
from .screen import FLAGGED_FROM, Hit, screen, screen_line, screen_lines

__all__ = ["CATEGORIES", "FLAGGED_FROM", "Category", "Hit", "screen", "screen_line", "screen_lines"]
