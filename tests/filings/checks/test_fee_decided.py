from .revisions import FOUNDATION, pledge, says


def dues(**told):
    return [{"item": "会费", "amount": "600", **told}]


def test_dues_decided_by_the_council_are_refused():
    (finding,) = says(
        "fee-decided", pledge(fees=dues(decided_by="理事会", decided_on="2024-01-01"))
    )

    assert "写的是“理事会”" in finding.sentence


def test_dues_need_the_day_of_the_assembly():
    (finding,) = says("fee-decided", pledge(fees=dues(decided_by="第二届会员代表大会")))

    assert "日期" in finding.sentence


def test_dues_decided_by_the_assembly_are_fine_and_services_need_none():
    assert says("fee-decided", pledge()) == []
    assert says("fee-decided", pledge(fees=[{"item": "培训费", "decided_by": "理事会"}])) == []
    assert says("fee-decided", pledge(fees=dues(), association=FOUNDATION)) == []
