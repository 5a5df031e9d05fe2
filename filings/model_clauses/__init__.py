"""Model clauses (写法示例): open clauses to borrow from, and where a text has borrowed them."""

from .borrowing import Borrowing, borrowed, marks
from .clause import ModelClause
from .library import ALL, by_key, clauses_for

__all__ = ["ALL", "Borrowing", "ModelClause", "borrowed", "by_key", "clauses_for", "marks"]
