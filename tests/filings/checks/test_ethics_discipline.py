from .revisions import ethics_code, places


def test_a_code_without_consequences_is_asked_about():
    assert places("ethics-discipline", ethics_code(discipline=" ")) == ["discipline"]


def test_a_code_with_consequences_is_fine():
    assert places("ethics-discipline", ethics_code()) == []
