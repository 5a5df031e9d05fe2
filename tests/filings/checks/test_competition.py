from .revisions import CONVENTION, case, convention, says

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
    facts = convention(CONVENTION + "第十一条　会员之间应当互相礼让，照顾彼此生意，不伤和气。")

    assert says("competition", facts) == []


def test_a_case_tells_what_happened_and_is_not_screened():
    assert says("competition", case(GUILTY)) == []
