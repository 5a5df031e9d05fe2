from .revisions import places, pledge


def test_a_pledge_without_seal_is_asked_about():
    assert places("pledge-signed", pledge(attachments=())) == ["attachments"]


def test_a_sealed_pledge_is_fine():
    assert places("pledge-signed", pledge()) == []
