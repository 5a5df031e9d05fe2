"""Seconds for each thousand of 20,000 distinct pages, against those of 1,350, all pieces set."""

from tests.bench.compile_large import measured

NAME = "compile_scale"
BAR = 1.3


def rounds() -> list[float]:
    """One ratio a round, measured together with ``compile_memory``."""
    return measured()["seconds"]
