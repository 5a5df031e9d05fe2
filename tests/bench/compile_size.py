"""Bytes of the bound volume, against one document set whole (300 entries)."""

from tests.bench.compile_pairs import measured

NAME = "compile_size"
BAR = 1.2


def rounds() -> list[float]:
    """One ratio a round; all compile ratios come from the same rounds."""
    return measured()["size"]
