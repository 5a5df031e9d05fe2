from .revisions import places, pledge


def test_each_missing_focus_is_named():
    assert places("pledge-focus", pledge(service_manner=None, service_audience="")) == [
        "service_manner",
        "service_audience",
    ]


def test_all_three_told_are_fine():
    assert places("pledge-focus", pledge()) == []
