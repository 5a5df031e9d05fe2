"""What an anchor is in words."""

from filings.documents.blocks import Block
from filings.documents.places import place_names


def test_every_anchor_has_a_name_people_say() -> None:
    names = place_names(
        [
            Block("title", text="自律规约"),
            Block("chapter", "第二章", "服务"),
            Block("section", "第一节", "会员"),
            Block("article", "第十二条", "会员应当："),
            Block("item", "（一）", "明码标价；"),
            Block("paragraph", text="前款适用于分支机构。"),
            Block("heading", "一、", "服务内容"),
            Block("chapter", "第三章", "附则"),
            Block("table", rows=(("项目", "金额"),)),
            Block("paragraph", text="本规约由会员大会通过后施行，由理事会解释。"),
        ]
    )

    assert names == {
        "t1": "标题",
        "c2": "第二章",
        "c2s1": "第二章第一节",
        "a12": "第十二条",
        "a12-1": "第十二条（一）",
        "a12-2": "第十二条第2段",
        "h1": "一、服务内容",
        "c3": "第三章",
        "p1": "表格",
        "p2": "本规约由会员大会通过后施…",
    }
