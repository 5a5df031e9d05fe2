from .revisions import convention, places


def test_more_adopted_than_received_cannot_be():
    assert places("opinions-adopted", convention(consultation__adopted=21)) == [
        "consultation.adopted"
    ]


def test_all_adopted_is_fine():
    assert places("opinions-adopted", convention(consultation__adopted=20)) == []
