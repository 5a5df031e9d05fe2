"""Setting everything on two workers and binding, against one document set whole (300 entries)."""

from tests.bench.compile_pairs import measured

NAME = "compile_cold"
BAR = 0.65


def rounds() -> list[float]:
    """One ratio a round; all compile ratios come from the same rounds."""
    return measured()["cold"]
