"""Peak memory of the process that binds 20,000 pages, against one for a fifteenth of them."""

from tests.bench.compile_large import measured

NAME = "compile_memory"
BAR = 1.5


def rounds() -> list[float]:
    """One ratio a round, measured together with ``compile_scale``."""
    return measured()["memory"]
