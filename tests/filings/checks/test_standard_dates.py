from .revisions import places, standard


def test_published_standards_have_both_days():
    assert places("standard-dates", standard(published_on=None, effective_on=None)) == [
        "published_on",
        "effective_on",
    ]


def test_effect_before_publication_cannot_be():
    assert places("standard-dates", standard(effective_on="2025-05-31")) == ["effective_on"]


def test_the_status_follows_the_day_of_effect():
    assert places("standard-dates", standard(effective_on="2026-11-25")) == ["status"]
    assert places("standard-dates", standard(status="upcoming")) == ["status"]
    assert places("standard-dates", standard(status="upcoming", effective_on="2026-11-25")) == []


def test_a_plan_that_has_passed_is_told_of():
    facts = standard(status="drafting", planned_on="2026-11-23", published_on=None)

    assert places("standard-dates", facts) == ["planned_on"]


def test_a_standard_in_force_in_order_is_fine():
    assert places("standard-dates", standard()) == []
