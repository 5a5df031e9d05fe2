"""Honest files as Word writes them, and what a person sees in each."""

from tests.filings.documents.catalogue import Catalogue
from tests.filings.documents.word_files import (
    deleted,
    ins,
    level,
    listed,
    notes,
    numbering,
    p,
    r,
    style,
    styled,
    styles,
    textbox,
    word,
)

FILES = Catalogue()

CENTRE = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
ARTICLES = level(0, "chineseCountingThousand", "第%1章") + level(
    1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'
)


@FILES.honest(
    [
        ("title", "", "华龙区餐饮行业协会自律规约"),
        ("paragraph", "", "（2024年3月1日会员大会通过）"),
        ("chapter", "第一章", "总则"),
        ("article", "第一条", "为了规范经营行为，制定本规约。"),
        ("article", "第二条", "会员应当诚实守信："),
        ("item", "（一）", "明码标价；"),
    ]
)
def word_runs_split_by_spelling_marks() -> bytes:
    return word(
        p(
            r("华龙区餐饮行业") + '<w:proofErr w:type="spellStart"/>' + r("协会自律规约", BOLD),
            CENTRE,
        )
        + p("（2024年3月1日会员大会通过）", CENTRE)
        + p(r("第一章") + r("　总　则"), CENTRE)
        + p(
            r("第一条", BOLD)
            + '<w:bookmarkStart w:id="0" w:name="_Toc1"/>'
            + r("　为了规范经营")
            + "<w:smartTag><w:r><w:t>行为</w:t></w:r></w:smartTag>"
            + r("，制定本规约。")
        )
        + p(r("第二") + r("条 会员应当诚实守信："))
        + p("（一）明码标价；")
    )


@FILES.honest(
    [
        ("chapter", "第一章", "总则"),
        ("article", "第一条", "甲。"),
        ("article", "第二条", "乙。"),
        ("chapter", "第二章", "罚则"),
        ("article", "第三条", "丙。"),
    ]
)
def word_articles_numbered_automatically() -> bytes:
    return word(
        listed("总则")
        + listed("甲。", level=1)
        + listed("乙。", level=1)
        + listed("罚则")
        + listed("丙。", level=1),
        numbering=numbering(ARTICLES),
    )


@FILES.honest(
    [("chapter", "第一章", "总则"), ("article", "第一条", "甲。"), ("article", "第二条", "乙。")]
)
def word_numbers_given_by_styles() -> bytes:
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    lists = level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="a1"/>') + level(
        1, "chineseCounting", "第%2条", '<w:pStyle w:val="a2"/>'
    )
    return word(
        styled("a1", "总则") + styled("a2", "甲。") + styled("a3", "乙。"),
        styles=styles(
            style("a1", "heading 1", number),
            style("a2", "条", number),
            style(
                "a3",
                "条续",
                '<w:basedOn w:val="a2"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
            ),
        ),
        numbering=numbering(lists),
    )


@FILES.honest(
    [
        ("heading", "一、", "服务内容"),
        ("item", "1.", "培训会员；"),
        ("item", "2.", "免费咨询。"),
        ("heading", "二、", "收费标准"),
        ("item", "1.", "会费；"),
        ("item", "3.", "其他。"),
    ]
)
def word_lists_that_restart() -> bytes:
    lists = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.")
    jump = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">'
        '<w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    )
    return word(
        listed("服务内容")
        + listed("培训会员；", level=1)
        + listed("免费咨询。", level=1)
        + listed("收费标准")
        + listed("会费；", level=1)
        + listed("其他。", 2, 1),
        numbering=numbering(lists, instances=jump),
    )


@FILES.honest(
    [("article", "第一条", "会员应当公平竞争，诚实守信。"), ("article", "第二条", "新条文。")],
    "插入 2 处，删除 2 处",
)
def word_with_revisions_left_open() -> bytes:
    gone = '<w:rPr><w:del w:id="3" w:author="王"/></w:rPr>'
    return word(
        p(r("第一条　会员应当") + deleted("串通涨价") + ins(r("公平竞争")) + r("，诚实守信。"))
        + p(deleted("第二条　旧条文。"), gone)
        + p(ins(r("第二条　新条文。")))
    )


@FILES.honest([("article", "第一条", "全部文字都是插入的修订。")], "修订")
def word_text_only_in_insertions() -> bytes:
    return word(ins("") + p(ins(r("第一条　全部文字") + r("都是插入的修订。"))))


@FILES.honest([("article", "第一条", "前半句，后半句。")])
def word_paragraph_mark_deleted() -> bytes:
    return word(
        p("第一条　前半句，", '<w:rPr><w:del w:id="3" w:author="王"/></w:rPr>') + p("后半句。")
    )


@FILES.honest([("article", "第一条", "原在后面。"), ("article", "第二条", "乙。")])
def word_moved_text() -> bytes:
    moved = '<w:moveFrom w:id="1" w:author="王">' + r("第一条　原在后面。") + "</w:moveFrom>"
    there = '<w:moveTo w:id="2" w:author="王">' + r("第一条　原在后面。") + "</w:moveTo>"
    return word(p(there) + p("第二条　乙。") + p(moved))


@FILES.honest(
    [
        ("title", "", "某某协会自律规约"),
        ("chapter", "第一章", "总则"),
        ("article", "第一条", "甲。"),
    ],
    "目录（3 行）",
)
def word_contents_field_over_paragraphs() -> bytes:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return word(
        p("某某协会自律规约", CENTRE)
        + p("目　录", CENTRE)
        + p(begin + r("第一章 总则") + "<w:r><w:tab/></w:r>" + r("1"))
        + p(r("第二章 罚则") + "<w:r><w:tab/></w:r>" + r("2"))
        + p(end)
        + p("第一章　总则")
        + p("第一条　甲。")
    )


@FILES.honest([("chapter", "第一章", "总则"), ("article", "第一条", "甲。")], "目录（2 行）")
def word_contents_in_a_content_control() -> bytes:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return word(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('目录')}{p('第一章 总则 1')}"
        "</w:sdtContent></w:sdt>" + p("第一章　总则") + p("第一条　甲。")
    )


@FILES.honest([("article", "第一条", "会费按年收取。"), ("paragraph", "", "附注在后。")])
def word_footnotes_and_endnotes() -> bytes:
    return word(
        p(r("第一条　会费") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r("按年收取。"))
        + p(r("附注在后。") + '<w:r><w:endnoteReference w:id="1"/></w:r>'),
        footnotes=notes("footnotes", "由会员大会议定"),
        endnotes=notes("endnotes", "见章程"),
    )


@FILES.honest(
    [
        ("paragraph", "", "正文一段。"),
        ("paragraph", "", "文本框里的字。"),
        ("article", "第一条", "甲。"),
    ]
)
def word_text_box_stored_twice() -> bytes:
    return word(p(r("正文一段。") + textbox(p("文本框里的字。"))) + p("第一条　甲。"))


@FILES.honest(
    [("article", "第一条", "会员名称：某公司。"), ("article", "第二条", "乙。")], "填空提示 1 处"
)
def word_content_controls() -> bytes:
    def control(content: str, properties: str = "") -> str:
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    return word(
        p(
            r("第一条　会员名称：")
            + control(r("某公司"))
            + r("。")
            + control(r("单击此处输入文字"), "<w:showingPlcHdr/>")
        )
        + control(control(p("第二条　乙。")))
    )
