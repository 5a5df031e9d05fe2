from .revisions import CONVENTION, convention, places


def test_a_very_short_convention_is_asked_about():
    assert places("few-articles", convention("第一条　诚信经营。\n第二条　公平竞争。")) == ["body"]


def test_ten_articles_are_enough():
    assert places("few-articles", convention(CONVENTION)) == []
