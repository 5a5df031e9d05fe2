import pytest
from django.db.models import TextChoices

from associations.kinds import Standing
from associations.models import Association
from filings.models import Upload
from filings.workflow import State
from huanglong_portal.common.shapes import SHAPES
from huanglong_portal.common.state_looks import STATE_LOOKS, look_of


@pytest.mark.parametrize("states", [State, Standing, Association.State, Upload.State])
def test_a_state_is_called_by_one_word_everywhere(states: type[TextChoices]) -> None:
    called = {key: look_of(key).word for key in states.values}
    # An upload is refused as a file, an application as an organisation: the page says which.
    told_apart = {"refused"} if states is Upload.State else set()

    assert {key: called[key] for key in called if key not in told_apart} == {
        key: label for key, label in states.choices if key not in told_apart
    }


def test_every_state_has_a_shape_that_is_drawn() -> None:
    assert {look.shape for look in STATE_LOOKS.values()} <= set(SHAPES)


def test_a_state_nobody_described_is_shown_by_its_word() -> None:
    assert look_of("new_thing", "新状态").word == "新状态"
    assert look_of("new_thing").tone == "plain"
