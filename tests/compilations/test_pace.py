"""How long it still takes, in words."""

import pytest

from compilations.pace import in_words, remaining_seconds


def test_what_was_ready_before_tells_nothing_of_the_pace() -> None:
    assert remaining_seconds(done=110, before=100, whole=120, elapsed=20) == 20
    assert remaining_seconds(done=100, before=100, whole=120, elapsed=20) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (4, "马上就好"), (42, "约还需 40 秒"), (200, "约还需 3 分钟")],
)
def test_time_left_is_said_as_people_say_it(seconds: float | None, words: str) -> None:
    assert in_words(seconds) == words
