"""The workflow table against an independent one, over every state, action and role."""

import itertools

import pytest

from filings.workflow import FINAL, Action, Role, State, actions_from, next_state, transition

# Written by hand from the rules, not from the code: (state, action) → (target, who may).
EXPECTED = {
    ("draft", "submit"): ("submitted", {"filer"}),
    ("submitted", "withdraw"): ("withdrawn", {"filer"}),
    ("submitted", "claim"): ("in_review", {"handler", "chief"}),
    ("in_review", "withdraw"): ("withdrawn", {"filer"}),
    ("in_review", "release"): ("submitted", {"handler", "chief"}),
    ("in_review", "endorse"): ("endorsed", {"handler", "chief"}),
    ("in_review", "return"): ("returned", {"handler", "chief"}),
    ("endorsed", "return"): ("returned", {"chief"}),
    ("endorsed", "approve"): ("approved", {"chief"}),
}


@pytest.mark.parametrize(("state", "action"), list(itertools.product(State.values, Action.values)))
def test_every_state_and_action(state: str, action: str) -> None:
    row = transition(state, action)

    if (state, action) not in EXPECTED:
        assert row is None
        return
    target, roles = EXPECTED[state, action]
    assert row is not None
    assert (str(row.target), {str(role) for role in row.roles}) == (target, roles)
    assert next_state(state, action) == target


@pytest.mark.parametrize("state", sorted(FINAL))
@pytest.mark.parametrize("role", Role.values)
def test_nobody_can_act_on_what_is_decided(state: str, role: str) -> None:
    assert actions_from(state, role) == ()


def test_only_a_return_needs_a_note() -> None:
    noted = {
        (state, action)
        for state, action in EXPECTED
        if (row := transition(state, action)) and row.note_needed
    }

    assert noted == {("in_review", "return"), ("endorsed", "return")}
