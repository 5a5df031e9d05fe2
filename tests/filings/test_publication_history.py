from filings.publication_history import Swap, public_history

FIRST = Swap(1, "published", 11)
SECOND = Swap(2, "replaced", 12)
OFF = Swap(3, "withdrawn", None)
AGAIN = Swap(4, "published", 14)


def test_what_was_replaced_may_still_be_read():
    history = public_history([FIRST, SECOND])

    assert history.readable == (SECOND, FIRST)
    assert history.may_read(11)
    assert history.may_read(12)


def test_nothing_may_be_read_once_withdrawn():
    history = public_history([FIRST, SECOND, OFF])

    assert history.withdrawn == OFF
    assert not history.may_read(11)
    assert not history.may_read(12)


def test_what_was_withdrawn_does_not_come_back_with_a_later_version():
    history = public_history([AGAIN, OFF, SECOND, FIRST])

    assert history.readable == (AGAIN,)
    assert not history.may_read(12)


def test_what_was_never_published_has_no_history():
    history = public_history([])

    assert history.readable == ()
    assert history.withdrawn is None
    assert not history.may_read(11)
