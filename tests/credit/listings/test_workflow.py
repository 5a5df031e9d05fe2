"""The workflow of the lists, pair by pair, against a table written independently of it."""

from itertools import product

import pytest

from credit.listings.workflow import (
    ACTIVE,
    LEFT,
    PENDING,
    TABLE,
    TOLD,
    Action,
    Role,
    State,
    actions_from,
    next_state,
)

# source: {action: (target, who)}; R 当事人, H 经办, C 负责人, S system. All else is refused.
ALLOWED = {
    "proposed": {
        "add_evidence": ("proposed", "HC"),
        "serve": ("notified", "HC"),
        "drop": ("dropped", "HC"),
    },
    "notified": {
        "add_evidence": ("proposed", "HC"),
        "state": ("heard", "R"),
        "list": ("listed", "C"),
        "dismiss": ("dismissed", "C"),
    },
    "heard": {
        "add_evidence": ("proposed", "HC"),
        "state": ("heard", "R"),
        "list": ("listed", "C"),
        "dismiss": ("dismissed", "C"),
    },
    "listed": {
        "publish": ("published", "C"),
        "state": ("listed", "R"),
        "ask_removal": ("listed", "R"),
        "remove": ("removed", "C"),
        "repair": ("repaired", "C"),
        "overturn": ("overturned", "C"),
        "move_up": ("moved", "S"),
    },
    "published": {
        "state": ("published", "R"),
        "ask_removal": ("published", "R"),
        "remove": ("removed", "C"),
        "repair": ("repaired", "C"),
        "overturn": ("overturned", "C"),
        "move_up": ("moved", "S"),
    },
    "dismissed": {},
    "dropped": {},
    "moved": {},
    "removed": {},
    "repaired": {},
    "overturned": {},
}
LETTERS = {"R": "representative", "H": "handler", "C": "chief", "S": "system"}


@pytest.mark.parametrize(("source", "action", "role"), list(product(State, Action, Role)))
def test_every_state_action_and_role(source: State, action: Action, role: Role) -> None:
    target, who = ALLOWED[source].get(action, (None, ""))
    expected = target if role in {LETTERS[letter] for letter in who} else None

    assert next_state(source, action, role) == expected


def test_the_independent_table_names_every_state() -> None:
    assert set(ALLOWED) == {str(state) for state in State}
    assert len(TABLE) == sum(len(actions) for actions in ALLOWED.values())


def test_no_way_leads_onto_a_list_but_from_a_served_notice() -> None:
    into = {row.source for row in TABLE if row.target in ACTIVE and row.source not in ACTIVE}

    assert into == {State.NOTIFIED, State.HEARD}
    assert {row.source for row in TABLE if row.target == State.NOTIFIED} == {State.PROPOSED}


def test_nobody_but_a_chief_puts_an_organisation_on_a_list() -> None:
    assert {row.roles for row in TABLE if row.action == Action.LIST} == {frozenset({Role.CHIEF})}


def test_the_organisation_can_be_heard_as_long_as_something_hangs_over_it() -> None:
    representative = frozenset({Role.REPRESENTATIVE})

    for state in (PENDING | ACTIVE) - {State.PROPOSED}:
        assert Action.STATE in actions_from(state, representative)


def test_an_overturned_listing_never_was() -> None:
    assert State.OVERTURNED not in LEFT | ACTIVE
    assert State.OVERTURNED in TOLD
