"""kill -9 at the boundaries of every operation; `make reliability` does it at every single one."""

import pytest

from tests.faults.crashing import crash_everywhere
from tests.faults.scenarios import SCENARIOS

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("name", SCENARIOS)
def test_whatever_the_moment_of_death_records_are_whole_and_trying_again_works(name: str) -> None:
    survived, tried, wrong = crash_everywhere(SCENARIOS[name](), at_most=20)

    assert survived == tried, "\n".join(wrong)
    assert tried > 5
