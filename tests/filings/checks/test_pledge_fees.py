from .revisions import places, pledge


def test_an_empty_fee_table_is_asked_about():
    assert places("pledge-fees", pledge(fees=[])) == ["fees"]


def test_a_filled_fee_table_is_fine():
    assert places("pledge-fees", pledge()) == []
