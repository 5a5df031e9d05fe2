"""The officers' pages of filings."""

from . import publication, queue, rounds, slots  # noqa: F401
