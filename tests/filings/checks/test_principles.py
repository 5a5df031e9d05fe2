from .revisions import CONVENTION, convention, says


def test_a_principle_that_is_not_spoken_of_is_asked_about():
    (finding,) = says("principles", convention(CONVENTION.replace("公平公正、", "")))

    assert finding.quote == "公平公正"
    assert finding.source == "一-1-2"


def test_other_words_for_a_principle_count():
    text = CONVENTION.replace("诚实信用和正当竞争", "诚实守信、公平竞争")

    assert says("principles", convention(text)) == []
