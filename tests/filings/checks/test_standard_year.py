from .revisions import says, standard


def test_a_year_to_come_cannot_be():
    (finding,) = says("standard-year", standard(number="T/PYHL 001—2027", published_on=None))

    assert "2027" in finding.sentence


def test_another_year_than_that_of_publication_is_wrong():
    (finding,) = says("standard-year", standard(number="T/PYHL 001—2024"))

    assert "2025 年" in finding.sentence


def test_the_year_of_publication_is_fine():
    assert says("standard-year", standard()) == []
