"""Of several simultaneous decisions exactly one counts, and everybody else is told."""

import pytest

from tests.faults.deciding import decide_at_once
from tests.soundness import assert_sound

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


def test_eight_officers_decide_at_once_and_one_decision_stands() -> None:
    flaws = [decide_at_once() for _ in range(5)]

    assert flaws == [""] * 5
    assert_sound()
