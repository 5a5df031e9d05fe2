from .revisions import convention, places


def test_more_votes_than_people_cannot_be():
    assert places("vote-sum", convention(assembly__against=2)) == ["assembly.for"]


def test_as_many_votes_as_people_are_fine_and_so_are_fewer():
    assert places("vote-sum", convention()) == []
    assert places("vote-sum", convention(assembly__abstain=0)) == []
