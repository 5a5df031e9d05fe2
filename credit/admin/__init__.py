"""The officers' pages: credit files, entries, the two lists, measures, legal periods."""

from . import entries, files, listings, measures, periods  # noqa: F401
