from .revisions import convention, says


def test_an_article_that_is_not_there_is_asked_about():
    (finding,) = says("sanction-articles", convention(sanctions__warning="第四十条"))

    assert finding.place == "sanctions.warning"
    assert "没有这一条" in finding.sentence


def test_an_article_that_says_something_else_is_asked_about():
    (finding,) = says("sanction-articles", convention(sanctions__public_censure="第8条"))

    assert "没有写到“公开谴责”" in finding.sentence


def test_the_right_article_is_fine_however_its_number_is_written():
    assert says("sanction-articles", convention(sanctions__warning="第7条")) == []
