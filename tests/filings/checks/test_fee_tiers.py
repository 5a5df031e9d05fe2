from .revisions import places, pledge


def tiers(count):
    return [{"item": f"会费（第{place}档）", "amount": "100"} for place in range(count)]


def test_five_tiers_are_too_many():
    assert places("fee-tiers", pledge(fees=tiers(5))) == ["fees"]


def test_four_tiers_are_fine_whatever_else_is_charged():
    assert (
        places("fee-tiers", pledge(fees=[*tiers(4), {"item": "培训费"}, {"item": "年会费"}])) == []
    )
