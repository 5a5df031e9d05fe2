"""The officers' pages of filings."""

from . import publication, queue, rounds, slots, waivers  # noqa: F401
