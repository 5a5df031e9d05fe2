from .revisions import CONVENTION, convention, says


def test_the_name_of_the_lender_is_pointed_to_once():
    text = CONVENTION + (
        "第十一条　本规约由郑州市金水区汽车维修行业协会负责解释。\n"
        "第十二条　郑州市金水区汽车维修行业协会另有规定的除外。"
    )

    (finding,) = says("other-names", convention(text))

    assert finding.place == "a11"
    assert finding.quote == "郑州市金水区汽车维修行业协会"


def test_the_own_name_and_the_consumers_association_are_fine():
    text = CONVENTION + "第十一条　濮阳市华龙区餐饮行业协会与濮阳市消费者协会建立联动机制。"

    assert says("other-names", convention(text)) == []
