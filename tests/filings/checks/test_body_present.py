from .revisions import convention, ethics_code, places, standard


def test_rules_without_a_text_are_incomplete():
    assert places("body-present", convention("")) == ["body"]


def test_rules_with_a_text_are_fine_and_a_standard_may_do_without():
    assert places("body-present", ethics_code()) == []
    assert places("body-present", standard("")) == []
