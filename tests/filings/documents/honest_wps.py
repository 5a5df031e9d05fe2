"""Honest files as WPS writes them, and what a person sees in each."""

from tests.filings.documents.catalogue import Catalogue
from tests.filings.documents.word_files import (
    MC,
    level,
    listed,
    numbering,
    old_textbox,
    p,
    r,
    table,
    tc,
    tr,
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
        ("title", "", "诚信承诺书"),
        ("heading", "一、", "服务内容"),
        ("heading", "（一）", "政策咨询"),
        ("item", "1.", "免费解答。"),
        ("heading", "（二）", "业务培训"),
        ("heading", "二、", "收费标准"),
    ]
)
def wps_lists_counted_in_chinese() -> bytes:
    lists = (
        level(0, "japaneseCounting", "%1、")
        + level(1, "japaneseCounting", "（%2）")
        + level(2, "decimal", "%3.")
    )
    return word(
        p("诚信承诺书", CENTRE)
        + listed("服务内容")
        + listed("政策咨询", level=1)
        + listed("免费解答。", level=2)
        + listed("业务培训", level=1)
        + listed("收费标准"),
        numbering=numbering(lists),
    )


@FILES.honest([("title", "", "自律规约"), ("article", "第一条", "甲。")])
def wps_title_in_an_old_text_box() -> bytes:
    return word(p(old_textbox(p(r("自律规约", BOLD), CENTRE))) + p("第一条　甲。"))


@FILES.honest([("title", "", "自律规约"), ("article", "第一条", "甲。")])
def wps_title_as_word_art() -> bytes:
    art = '<w:r><w:pict><v:shape><v:textpath string="自律规约"/></v:shape></w:pict></w:r>'
    return word(p(art) + p("第一条　甲。"))


@FILES.honest(
    [("title", "", "自律规约"), ("article", "第一条", "甲。"), ("item", "（一）", "乙；")]
)
def wps_text_in_a_frame_of_one_cell() -> bytes:
    return word(table(tr(tc(p("自律规约", CENTRE) + p("第一条　甲。") + p("（一）乙；")))))


@FILES.honest(
    [
        ("paragraph", "", "会员应当："),
        ("item", "•", "诚信；"),
        ("item", "•", "守法。"),
        ("item", "•", "公平。"),
    ]
)
def wps_bullets() -> bytes:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
    return word(
        p("会员应当：") + listed("诚信；") + listed("守法。") + p(symbol + r(" 公平。")),
        numbering=numbering(level(0, "bullet", "\uf06c")),
    )


@FILES.honest([("article", "第一条", "甲。"), ("article", "第二条", "编号单独成段。")])
def wps_number_on_an_empty_paragraph() -> bytes:
    return word(
        listed("甲。") + listed("") + p("编号单独成段。"),
        numbering=numbering(level(0, "chineseCountingThousand", "第%1条")),
    )


@FILES.honest([("item", "①", "甲。"), ("item", "②", "乙。")])
def wps_number_format_in_alternate_content() -> bytes:
    number_format = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="w14">'
        '<w:numFmt w:val="decimalEnclosedCircleChinese"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    lists = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{number_format}<w:lvlText w:val="%1"/></w:lvl>'
    return word(listed("甲。") + listed("乙。"), numbering=numbering(lists))


@FILES.honest(
    [
        ("article", "第一条", "收费见下表。"),
        ("table", "", "表1 收费标准"),
        ("paragraph", "", "说明。"),
    ],
    "删除 1 处",
)
def wps_table_with_caption_and_merged_cells() -> bytes:
    return word(
        p("第一条　收费见下表。")
        + p("表1 收费标准", CENTRE)
        + table(
            tr(tc("项目", '<w:gridSpan w:val="2"/>'), "金额"),
            tr(tc("会费", '<w:vMerge w:val="restart"/>'), "一级", tc(p("100") + p("每年"))),
            tr(tc("", "<w:vMerge/>"), "二级", tc(table(tr("内", "表")) + p(""))),
            tr("删", "去", "行", properties='<w:del w:id="1" w:author="王"/>'),
        )
        + p("说明。"),
    )


@FILES.honest(
    [("article", "第一条", "甲。"), ("article", "第三条", "乙。"), ("article", "第三条", "丙。")],
    "第 1 条后面的编号不连续",
)
def wps_numbering_with_a_gap() -> bytes:
    return word(p("第一条　甲。") + p("第三条　乙。") + p("第三条　丙。"))
