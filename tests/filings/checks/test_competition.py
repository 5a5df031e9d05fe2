from .revisions import CONVENTION, case, convention, pledge, says

GUILTY = "第十一条　会员不得低于本会公布的最低价销售。"
INNOCENT = "第十一条　禁止以低于成本的价格倾销，依照反不正当竞争法处理。"


def test_a_price_floor_is_asked_about_with_its_article_and_its_law():
    (finding,) = says("competition", convention(CONVENTION + GUILTY))

    assert finding.place == "a11"
    assert "固定或者协调价格" in finding.sentence
    assert "不是结论" in finding.remedy


def test_the_words_of_the_price_law_are_fine():
    facts = convention(CONVENTION + INNOCENT)

    assert says("competition", facts) == []
    assert says("competition-hint", facts) == []


def test_what_only_looks_alike_is_a_hint():
    facts = convention(CONVENTION + "第十一条　会员分成三组，每组负责一个城区的垃圾清运投标。")

    assert says("competition", facts) == []
    (finding,) = says("competition-hint", facts)
    assert finding.place == "a11"


def test_a_case_tells_what_happened_and_is_not_screened():
    assert says("competition", case(GUILTY)) == []


def test_a_pledge_may_speak_of_the_associations_own_charges_but_fixes_no_prices():
    assert says("competition", pledge("第一条　收费项目和标准经理事会审定并公示。")) == []
    assert says("competition", pledge("第一条　会员的服务价格不得低于协会公布的最低价。"))
