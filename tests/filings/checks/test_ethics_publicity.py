from .revisions import ethics_code, places


def test_a_code_nobody_was_told_of_is_hinted_at():
    assert places("ethics-publicity", ethics_code(publicity=[])) == ["publicity"]


def test_a_code_that_was_made_known_is_fine():
    assert places("ethics-publicity", ethics_code()) == []
