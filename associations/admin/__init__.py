"""The officers' pages of the register and of the people."""

from . import people, register  # noqa: F401
