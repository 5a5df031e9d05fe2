from dataclasses import replace

from .revisions import OURS, convention, says


def test_half_of_those_present_is_not_more_than_half():
    (finding,) = says("majority", convention(assembly__for=36))

    assert "37 票" in finding.sentence


def test_one_more_than_half_is_enough():
    assert says("majority", convention(assembly__for=37)) == []


def test_a_charter_may_ask_for_two_thirds():
    strict = replace(OURS, majority=(2, 3))

    assert says("majority", convention(assembly__for=47, association=strict))
    assert says("majority", convention(assembly__for=48, association=strict)) == []
