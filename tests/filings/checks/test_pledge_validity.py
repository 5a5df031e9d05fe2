from .revisions import pledge, says


def test_a_pledge_that_ended_is_told_of():
    (finding,) = says("pledge-validity", pledge(valid_until="2026-11-23"))

    assert "已经过了" in finding.sentence


def test_a_pledge_cannot_end_before_it_was_signed():
    (finding,) = says("pledge-validity", pledge(valid_until="2026-03-20"))

    assert "签署日期之前" in finding.sentence


def test_the_last_day_still_counts_and_no_end_is_fine():
    assert says("pledge-validity", pledge(valid_until="2026-11-24")) == []
    assert says("pledge-validity", pledge(valid_until=None)) == []
