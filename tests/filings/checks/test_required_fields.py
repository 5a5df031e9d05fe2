from .revisions import case, convention, ethics_code, places


def test_a_missing_particular_is_named():
    assert places("required-fields", convention(scope=None, adopted_on="")) == [
        "scope",
        "adopted_on",
    ]
    assert places("required-fields", case(facts="  ")) == ["facts"]


def test_complete_particulars_are_fine():
    assert places("required-fields", ethics_code()) == []
