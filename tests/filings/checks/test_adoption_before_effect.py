from .revisions import ethics_code, places


def test_effect_before_adoption_cannot_be():
    assert places("adoption-before-effect", ethics_code(effective_on="2026-03-19")) == [
        "effective_on"
    ]


def test_effect_on_the_day_of_adoption_is_fine():
    assert places("adoption-before-effect", ethics_code(effective_on="2026-03-20")) == []
