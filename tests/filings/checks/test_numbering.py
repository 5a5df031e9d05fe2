from .revisions import CONVENTION, convention, places, says

SIXTH = "第六条　会员应当保护消费者的合法权益。\n"


def test_a_gap_in_the_numbering_is_pointed_to():
    (finding,) = says("numbering", convention(CONVENTION.replace(SIXTH, "")))

    assert finding.place == "a5"
    assert "第 5 条后面的编号不连续" in finding.sentence


def test_a_gap_among_items_is_told_of_their_article():
    body = CONVENTION + "第十一条　包括：\n（一）甲；\n（三）丙。"

    assert places("numbering", convention(body)) == ["a11"]


def test_continuous_numbers_are_fine():
    assert places("numbering", convention()) == []
