"""Figures of reliability: how often something was tried, how often it held.

A figure is a module here with a docstring whose first line is what is promised (Chinese, it is
printed), `NAME` and `run() -> Figure`. It is measured on SQLite with folders, and on PostgreSQL,
Redis and S3. A denominator may only grow.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`held` of `tried`, and what exactly was done."""

    held: int
    tried: int
    note: str

    @property
    def holds(self) -> bool:
        return self.held == self.tried > 0

    @property
    def upper_bound(self) -> float:
        """The 95 % upper bound of the rate of failure when none of n failed (rule of three)."""
        return min(1.0, 3 / self.tried) if self.tried else 1.0
