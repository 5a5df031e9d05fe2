"""How well the screen tells restrictive from innocent clauses that it was not made from."""

from collections import Counter

import pytest

from filings.screening import CATEGORIES, screen_line

from .clauses import clauses
from .learn import learn, training


@pytest.fixture(scope="module")
def held_out():
    return [(clause, screen_line(clause.text)) for clause in clauses("held_out")]


def test_recall_on_held_out_clauses_is_at_least_nine_in_ten(held_out):
    found = [bool(hits) for clause, hits in held_out if clause.restrictive]

    assert sum(found) / len(found) >= 0.90


def test_precision_on_held_out_clauses_is_at_least_eighty_five_in_a_hundred(held_out):
    right = [clause.restrictive for clause, hits in held_out if hits]

    assert sum(right) / len(right) >= 0.85


def test_the_category_is_mostly_the_one_a_lawyer_would_name(held_out):
    named = [
        clause.category in {hit.category for hit in hits}
        for clause, hits in held_out
        if clause.restrictive and hits
    ]

    assert sum(named) / len(named) >= 0.85


def test_labelled_clauses_are_many_unique_and_half_held_out():
    everything = clauses()
    splits = Counter(clause.split for clause in everything)

    assert len(everything) == len({clause.text for clause in everything})
    assert splits["held_out"] >= 240
    assert splits["held_out"] >= 0.45 * (splits["held_out"] + splits["tuning"])
    assert {clause.category for clause in everything if clause.restrictive} == set(CATEGORIES)
    assert all(bool(clause.category) == clause.restrictive for clause in everything)


def test_no_held_out_clause_is_learned_from():
    assert not {clause.text for clause in training()} & {
        clause.text for clause in clauses("held_out")
    }


def test_the_stored_weights_are_the_ones_that_learning_gives():
    from filings.screening.weights import BIAS, WEIGHTS

    bias, weights = learn(training())

    assert bias == pytest.approx(BIAS, abs=0.02)
    assert set(weights) == set(WEIGHTS)
    assert all(weights[hint] == pytest.approx(WEIGHTS[hint], abs=0.02) for hint in weights)
