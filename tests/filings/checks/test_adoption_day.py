from .revisions import convention, places


def test_adoption_on_another_day_than_the_assembly_is_asked_about():
    assert places("adoption-day", convention(adopted_on="2026-03-21")) == ["adopted_on"]


def test_the_same_day_is_fine_and_so_is_none():
    assert places("adoption-day", convention()) == []
    assert places("adoption-day", convention(assembly__date=None)) == []
