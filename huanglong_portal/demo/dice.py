"""The dice of the demo: the same parts give the same throws, on any machine, in any order."""

from random import Random


def dice_for(*parts: object) -> Random:
    """Dice of their own for one purpose, so that no text hangs on what was written before it."""
    return Random("/".join(str(part) for part in parts))  # noqa: S311 - invented data, no secret
