"""kill -9 at every boundary of every operation, on both databases."""

import pytest

from tests.faults.crashing import crash_everywhere
from tests.faults.scenarios import SCENARIOS

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("name", SCENARIOS)
def test_whatever_the_moment_of_death_records_are_whole_and_trying_again_works(name: str) -> None:
    survived, tried, wrong = crash_everywhere(SCENARIOS[name]())

    assert survived == tried, "\n".join(wrong)
    assert tried > 5
