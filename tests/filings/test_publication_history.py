from dataclasses import dataclass

from filings.publication_history import public_history


@dataclass(frozen=True)
class Swap:
    version: int
    kind: str
    revision_id: int | None


FIRST = Swap(1, "published", 11)
SECOND = Swap(2, "replaced", 12)
OFF = Swap(3, "withdrawn", None)
AGAIN = Swap(4, "published", 14)


def test_what_was_replaced_may_still_be_read():
    history = public_history([FIRST, SECOND])

    assert history.current == SECOND
    assert history.may_read(11)
    assert history.may_read(12)


def test_nothing_may_be_read_once_withdrawn():
    history = public_history([FIRST, SECOND, OFF])

    assert history.withdrawn == OFF
    assert not history.may_read(11)
    assert not history.may_read(12)


def test_what_was_withdrawn_does_not_come_back_with_a_later_version():
    history = public_history([AGAIN, OFF, SECOND, FIRST])

    assert history.current == AGAIN
    assert history.earlier == ()
    assert not history.may_read(12)


def test_what_was_never_published_has_no_history():
    history = public_history([])

    assert history.current is None
    assert history.withdrawn is None
    assert not history.may_read(11)
