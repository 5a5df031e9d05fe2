from filings.documents.blocks import Block
from filings.model_clauses import borrowed, by_key, marks

PRICE = by_key("convention/price")


def test_a_borrowed_article_is_marked_with_its_model():
    blocks = [
        Block("article", "第一条", "会员应当爱护本会的声誉。"),
        Block("article", "第二条", PRICE.text.replace("会员单位", "会员企业")),
    ]

    (borrowing,) = borrowed(blocks)

    assert borrowing.anchor == "a2"
    assert borrowing.clause == PRICE
    assert borrowing.share > 0.8


def test_an_own_text_on_the_same_matter_is_not_borrowed():
    own = Block("article", "第一条", "各店的菜价由店家自己定，写在菜单上，结账时不得多收一分钱。")

    assert borrowed([own, Block("paragraph", text="")]) == []


def test_a_borrowed_article_is_marked_in_words():
    assert marks([Block("article", "第一条", PRICE.text)]) == {
        "a1": [f"与写法示例“{PRICE.topic}”有 100% 相同"]
    }
