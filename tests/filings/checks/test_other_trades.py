from .revisions import CONVENTION, convention, says


def test_another_trade_spoken_of_as_ones_own_is_asked_about():
    text = CONVENTION + "第十一条　汽车维修企业应当使用合格配件。\n第十二条　汽修企业应当保修。"

    (finding,) = says("other-trades", convention(text))

    assert finding.quote == "汽车维修"


def test_the_own_trade_is_fine_and_one_mention_of_another_too():
    text = CONVENTION + "第十一条　餐饮企业应当诚信。\n第十二条　餐饮企业可以委托物流企业配送。"

    assert says("other-trades", convention(text)) == []
