from .revisions import pledge, says


def test_a_row_says_what_it_lacks():
    (finding,) = says("fee-rows", pledge(fees=[{"item": "培训费", "amount": "200"}]))

    assert finding.quote == "培训费"
    assert "单位、依据" in finding.sentence


def test_a_row_without_a_name_is_told_by_its_place():
    (finding,) = says("fee-rows", pledge(fees=[{"amount": "200", "unit": "元", "basis": "理事会"}]))

    assert "第 1 行" in finding.sentence


def test_full_rows_are_fine():
    assert says("fee-rows", pledge()) == []
