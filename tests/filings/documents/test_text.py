from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from filings.documents.blocks import Block, plain_text
from filings.documents.text import parse, to_text
from tests.filings.documents.outlines import DOCUMENTS

PASTED = """濮阳市华龙区餐饮行业协会
自律规约
（2024年3月1日第二届会员大会通过）

第一章　总　则
第一条　为了规范行业行为，制定本规约。
第二条 会员应当：
（一）诚实守信；
（二）公平竞争。
前款所称会员，包括单位会员。
第二章 罚则
第三条 违反第二条规定的，处理如下。
"""


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(block.type, block.number, block.text) for block in parse(text).blocks]


def test_a_pasted_convention_is_read_as_chapters_articles_and_items():
    assert kinds(PASTED) == [
        ("title", "", "濮阳市华龙区餐饮行业协会"),
        ("title", "", "自律规约"),
        ("paragraph", "", "（2024年3月1日第二届会员大会通过）"),
        ("chapter", "第一章", "总则"),
        ("article", "第一条", "为了规范行业行为，制定本规约。"),
        ("article", "第二条", "会员应当："),
        ("item", "（一）", "诚实守信；"),
        ("item", "（二）", "公平竞争。"),
        ("paragraph", "", "前款所称会员，包括单位会员。"),
        ("chapter", "第二章", "罚则"),
        ("article", "第三条", "违反第二条规定的，处理如下。"),
    ]


def test_a_document_without_articles_has_headings_and_items():
    assert kinds(
        "诚信承诺书\n我会郑重承诺：\n一、服务内容\n（一）政策咨询\n1.免费解答会员提问。\n（2）每月一次。\n"
        "二、不强制入会，不强行服务。"
    ) == [
        ("title", "", "诚信承诺书"),
        ("paragraph", "", "我会郑重承诺："),
        ("heading", "一、", "服务内容"),
        ("heading", "（一）", "政策咨询"),
        ("item", "1.", "免费解答会员提问。"),
        ("item", "（2）", "每月一次。"),
        ("item", "二、", "不强制入会，不强行服务。"),
    ]


def test_a_bare_number_takes_the_next_line_as_its_article():
    assert kinds("第一条\n会员应当诚信。\n第二条\n（一）守法；") == [
        ("article", "第一条", "会员应当诚信。"),
        ("article", "第二条", ""),
        ("item", "（一）", "守法；"),
    ]


def test_a_reference_at_the_start_of_a_line_is_no_article():
    read = kinds(
        "第一条 甲。\n第一条规定的情形除外。\n第三条、第五条规定的除外。\n第二条乙应当诚信。"
    )
    assert read == [
        ("article", "第一条", "甲。"),
        ("paragraph", "", "第一条规定的情形除外。"),
        ("paragraph", "", "第三条、第五条规定的除外。"),
        ("article", "第二条", "乙应当诚信。"),
    ]


def test_articles_may_be_counted_anew_in_every_chapter():
    read = kinds("第一章 总则\n第一条甲应当。\n第二章 罚则\n第一条乙应当。")
    assert [kind for kind, _, _ in read] == ["chapter", "article", "chapter", "article"]


def test_the_colon_behind_an_article_number_is_dropped_and_said():
    outline = parse("第一章：总则\n第一条：会员应当诚信。")
    assert outline.blocks == [
        Block("chapter", "第一章", "总则"),
        Block("article", "第一条", "会员应当诚信。"),
    ]
    assert outline.dropped == ["：", "："]
    assert "“：”没有保留" in outline.warnings[0]


def test_marks_overrule_what_the_words_look_like():
    assert kinds("第一条 甲。\n> 第二条 只是引文\n## 附件一 收费表\n- （一）会费\n# 自律公约") == [
        ("article", "第一条", "甲。"),
        ("paragraph", "", "第二条 只是引文"),
        ("heading", "", "附件一 收费表"),
        ("item", "（一）", "会费"),
        ("title", "", "自律公约"),
    ]


def test_a_table_with_merged_cells_and_a_footnote_survives_the_correction_form():
    text = (
        "〔表〕 收费标准\n| 项目 | < | 金额 |\n| 会费 | 一级 | 1⏎2 |\n| ^ | 二级 | a\\|b |\n"
        "〔注〕 按年收取"
    )
    assert parse(text).blocks == [
        Block(
            "table",
            text="收费标准",
            rows=(("项目", "", "金额"), ("会费", "一级", "1\n2"), ("", "二级", "a|b")),
            spans=((0, 0, 1, 2), (1, 0, 2, 1)),
            notes=("按年收取",),
        )
    ]
    assert to_text(parse(text).blocks).strip() == text


def test_rows_of_unequal_length_become_a_full_grid():
    assert parse("| 甲 | 乙 | 丙 |\n| 丁 |").blocks[0].rows == (("甲", "乙", "丙"), ("丁", "", ""))


def test_correcting_one_article_does_not_look_for_a_title():
    article = [Block("paragraph", text="自律规约附件")]
    assert to_text(article, whole=False) == "自律规约附件\n"
    assert parse("自律规约附件", whole=False).blocks == article
    assert parse("自律规约附件").blocks == [Block("title", text="自律规约附件")]


@given(DOCUMENTS, st.booleans())
def test_text_of_blocks_reads_back_as_the_same_blocks(blocks, whole):
    assert parse(to_text(blocks, whole=whole), whole=whole).blocks == blocks


LINES = st.text(
    st.sampled_from(
        "第一二十百章节条之、（）()。；：，.…·　 \t12３0"
        "会员规定的目录附则年月#->|<^⏎\\〔〕注表图•a)①页—-"
    ),
    max_size=14,
)


@given(st.lists(LINES, max_size=15).map("\n".join))
@example("目录\n第一章 总则……1\n第一章 总则\n第一条 甲")
@example("第一条\n\n#\n会员")
def test_reading_printing_and_reading_again_changes_nothing(text):
    blocks = parse(text).blocks
    assert parse(to_text(blocks)).blocks == blocks


@given(st.lists(LINES, max_size=15).map("\n".join))
def test_no_character_is_lost_without_a_word(text):
    outline = parse(text)
    kept = plain_text(outline.blocks) + "".join(outline.dropped)
    signs = set("#＃->|｜<^⏎\\〔〕注表图：:")  # the signs of the text form itself
    missing = Counter(text) - Counter(kept)
    assert not {sign for sign in missing if not sign.isspace() and sign not in signs}
    assert len(outline.warnings) >= bool(outline.dropped)
