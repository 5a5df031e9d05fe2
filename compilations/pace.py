"""How long a run will still take, in words. Pure."""


def remaining_seconds(*, done: int, before: int, whole: int, elapsed: float) -> float | None:
    """Seconds left at the pace so far; None while nothing has been done yet.

    ``before`` pieces were ready when the run began and tell nothing of the pace.
    """
    made = done - before
    if done >= whole:
        return 0.0
    if made <= 0 or elapsed <= 0:
        return None
    return (whole - done) * elapsed / made


def in_words(seconds: float | None) -> str:
    """约还需 40 秒, 约还需 3 分钟; empty while nothing is known."""
    if seconds is None:
        return ""
    if seconds < 10:
        return "马上就好"
    if seconds < 90:
        return f"约还需 {round(seconds / 10) * 10} 秒"
    return f"约还需 {round(seconds / 60)} 分钟"
