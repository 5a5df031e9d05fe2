from .revisions import case, places

MEMBER = "濮阳市好味道餐饮有限公司"


def test_every_place_that_gives_the_member_away_is_pointed_to():
    facts = case(f"{MEMBER}已经整改。", title=f"{MEMBER}受到警告案", facts=f"{MEMBER}未明码标价。")

    assert places("member-masked", facts) == ["title", "facts", "p1"]


def test_a_masked_member_is_fine_and_so_is_one_that_agreed():
    assert places("member-masked", case()) == []
    assert places("member-masked", case(facts=f"{MEMBER}未明码标价。", may_name_member=True)) == []
