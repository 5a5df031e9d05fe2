from dataclasses import replace

from .revisions import OURS, convention, places, pledge


def test_a_day_before_the_association_existed_is_asked_about():
    assert places("before-registration", pledge(signed_on="2015-05-31")) == ["signed_on"]


def test_later_days_are_fine_and_so_is_an_unknown_registration():
    unknown = replace(OURS, registered_on=None)

    assert places("before-registration", convention()) == []
    assert places("before-registration", pledge(signed_on="2015-05-31", association=unknown)) == []
