"""Press to PDF with every document already set, against one document set whole (300 entries)."""

from tests.bench.compile_pairs import measured

NAME = "compile_warm"
BAR = 0.08


def rounds() -> list[float]:
    """One ratio a round; all compile ratios come from the same rounds."""
    return measured()["warm"]
