from .revisions import places, pledge


def test_a_promise_that_was_not_made_is_named():
    assert places("pledge-commitments", pledge(commitments__no_forced_service=False)) == [
        "commitments.no_forced_service"
    ]


def test_no_promise_at_all_is_six_findings():
    assert len(places("pledge-commitments", pledge(commitments=None))) == 6


def test_all_six_are_fine():
    assert places("pledge-commitments", pledge()) == []
