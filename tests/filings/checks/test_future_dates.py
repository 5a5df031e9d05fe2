from .revisions import case, convention, ethics_code, places, pledge


def test_what_has_not_come_has_not_happened():
    assert places("future-dates", case(happened_on="2026-11-25")) == ["happened_on"]
    assert places("future-dates", convention(adopted_on="2027-01-01")) == ["adopted_on"]


def test_rows_are_looked_at_too():
    assert places("future-dates", ethics_code(publicity=[{"date": "2027-01-01"}])) == ["publicity"]
    assert places("future-dates", pledge(fees=[{"decided_on": "2027-01-01"}])) == ["fees"]


def test_today_is_no_future_and_effect_may_come_later():
    assert places("future-dates", case(happened_on="2026-11-24")) == []
    assert places("future-dates", convention(effective_on="2027-01-01")) == []
