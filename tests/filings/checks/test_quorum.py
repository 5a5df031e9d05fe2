from dataclasses import replace

from .revisions import OURS, convention, says


def test_fewer_than_the_charter_asks_for_is_no_quorum():
    (finding,) = says("quorum", convention(assembly__present=59))

    assert "三分之二（60 人）" in finding.sentence


def test_exactly_two_thirds_are_a_quorum():
    assert says("quorum", convention(assembly__present=60)) == []


def test_the_charter_of_the_association_decides():
    half = replace(OURS, quorum=(1, 2))

    assert says("quorum", convention(assembly__present=45, association=half)) == []


def test_more_present_than_due_cannot_be():
    (finding,) = says("quorum", convention(assembly__present=91))

    assert "多于应到" in finding.sentence
