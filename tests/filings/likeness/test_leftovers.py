import pytest

from filings.likeness import other_names, other_trades

OWN = "濮阳市华龙区餐饮行业协会"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本规约由郑州市金水区汽车维修行业协会负责解释。", "郑州市金水区汽车维修行业协会"),
        ("向安阳市文峰区家政服务商会提出申请。", "安阳市文峰区家政服务商会"),
        ("清丰县家具行业协会会员应当诚信。", "清丰县家具行业协会"),
        ("濮阳市华龙区餐饮业商会会员", "濮阳市华龙区餐饮业商会"),
    ],
)
def test_another_associations_name_is_found(text, name):
    assert other_names(text, own=OWN) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "濮阳市华龙区餐饮行业协会负责解释。",
        "华龙区餐饮行业协会负责解释。",
        "由濮阳市消费者协会调解。",
        "中国烹饪协会制定的团体标准。",
        "河南省餐饮与住宿行业协会的会员。",
        "濮阳市某某行业协会的做法。",
        "各行业协会商会应当遵守。",
        "全区行业协会商会",
    ],
)
def test_the_own_name_and_bodies_anybody_may_mention_are_not(text):
    assert other_names(text, own=OWN) == []


def test_a_name_is_told_once():
    text = "清丰县家具行业协会同意后，报清丰县家具行业协会备案。"

    assert other_names(text, own=OWN) == ["清丰县家具行业协会"]


def test_another_trade_spoken_of_as_ones_own_is_found_with_its_count():
    text = "汽车维修企业应当保修。汽修行业应当诚信。机动车维修经营者应当公示工时。物业企业一家。"

    assert other_trades(text, industry="餐饮", name=OWN) == [("汽车维修", 3)]


def test_the_own_trade_by_any_of_its_words_is_not():
    text = "汽车维修企业应当保修。汽修企业应当诚信。"

    assert other_trades(text, industry="汽修", name="濮阳市华龙区汽修协会") == []


def test_nothing_is_told_of_an_association_of_an_unknown_trade():
    text = "餐饮企业应当诚信。餐饮企业应当守法。"

    assert other_trades(text, industry="综合", name="濮阳市华龙区青年企业家商会") == []
