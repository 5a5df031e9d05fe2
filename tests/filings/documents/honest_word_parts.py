"""Honest files as Word writes them, and what a person sees in each."""

from tests.filings.documents.catalogue import Catalogue, Seen
from tests.filings.documents.word_files import (
    field,
    level,
    listed,
    numbering,
    p,
    picture,
    png,
    r,
    strict,
    style,
    styled,
    styles,
    table,
    tr,
    word,
)
from tests.filings.inspection.office_files import W, relationship

FILES = Catalogue()

CENTRE = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
ARTICLES = level(0, "chineseCountingThousand", "第%1章") + level(
    1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'
)


HTML = (
    "<html><head><style>p{color:red}</style></head><body><h1 align=center>自律规约</h1>"
    "<p>第一条　会员应当<b>诚信</b>。</p><div style='display:none'>看不见</div>"
    "<ol><li>明码标价；<li>公平竞争。</ol>"
    "<table><tr><td rowspan=2>会费</td><td>一级</td></tr><tr><td>二级</td></tr></table>"
    "</body></html>"
)
FROM_HTML: Seen = [
    ("title", "", "自律规约"),
    ("article", "第一条", "会员应当诚信。"),
    ("item", "1.", "明码标价；"),
    ("item", "2.", "公平竞争。"),
    ("table", "", ""),
]


def _with_chunk(name: str, content: bytes) -> bytes:
    return word(
        '<w:altChunk r:id="rIdC"/>',
        {f"word/{name}": content},
        relationship("rIdC", "aFChunk", name),
    )


@FILES.honest(FROM_HTML)
def word_whole_text_in_an_html_part() -> bytes:
    return _with_chunk("chunk.htm", HTML.encode())


@FILES.honest(FROM_HTML)
def word_whole_text_in_an_mht_part() -> bytes:
    from email.mime.multipart import MIMEMultipart
    from email.mime.text import MIMEText

    message = MIMEMultipart("related")
    message.attach(MIMEText(HTML, "html", "gb2312"))
    return _with_chunk("chunk.mht", message.as_bytes())


@FILES.honest(
    [("chapter", "第一章", "总则"), ("image", "", ""), ("article", "第一条", "在里面的文档。")]
)
def word_whole_text_in_a_document_part() -> bytes:
    inner = word(
        p(r("第一章　总则") + picture("rIdP")) + p("第一条　在里面的文档。"),
        {"word/media/a.png": png()},
        relationship("rIdP", "image", "media/a.png"),
    )
    return _with_chunk("chunk.docx", inner)


@FILES.honest([], "chunk.rtf")
def word_text_in_a_part_that_cannot_be_read() -> bytes:
    return _with_chunk("chunk.rtf", b"{\\rtf1 \\u31532?}")


@FILES.honest([("chapter", "第一章", "总则"), ("article", "第一条", "甲。"), ("table", "", "")])
def word_saved_as_strict() -> bytes:
    return strict(
        word(
            listed("总则") + listed("甲。", level=1) + table(tr("项目", "金额")),
            numbering=numbering(ARTICLES),
        )
    )


@FILES.honest([("article", "第一条", "看得见。")], "隐藏文字 2 处")
def word_hidden_text() -> bytes:
    return word(
        p(
            r("第一条　看得见。")
            + r("看不见", "<w:vanish/>")
            + r("也看不见", '<w:rStyle w:val="h"/>')
        ),
        styles=styles(style("h", "Hidden", "<w:rPr><w:vanish/></w:rPr>", kind="character")),
    )


@FILES.honest(
    [
        ("paragraph", "", "我会郑重承诺："),
        ("item", "1.", "不强制入会；"),
        ("item", "2.", "不强行服务。"),
    ]
)
def word_soft_line_breaks() -> bytes:
    return word(
        p(
            r("我会郑重承诺：")
            + "<w:r><w:br/></w:r>"
            + r("1.不强制入会；")
            + "<w:r><w:br/></w:r>"
            + r("2.不强行服务。")
        )
    )


@FILES.honest(
    [("paragraph", "", "公示如下："), ("image", "", "收费公示栏照片"), ("image", "", "")],
    "矢量图 1 张",
)
def word_pictures() -> bytes:
    return word(
        p(
            r("公示如下：")
            + picture("rIdP", "收费公示栏照片")
            + picture("rIdQ", "IMG_01.png")
            + picture("rIdE")
            + picture("rIdS")
        ),
        {
            "word/media/a.png": png(),
            "word/media/b.png": png(colour="blue"),
            "word/media/c.emf": b"\x01\0\0\0EMF",
            "word/media/dot.png": png(2, 2),
        },
        relationship("rIdP", "image", "media/a.png"),
        relationship("rIdQ", "image", "media/b.png"),
        relationship("rIdE", "image", "media/c.emf"),
        relationship("rIdS", "image", "media/dot.png"),
    )


@FILES.honest(
    [("paragraph", "", "处理流程："), ("paragraph", "", "受理"), ("paragraph", "", "调解")],
    "图表 1 个",
)
def word_diagram_and_chart() -> bytes:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    data = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in ("受理", "调解"))
    return word(
        p(
            r("处理流程：")
            + '<w:r><w:drawing><wp:inline><dgm:relIds xmlns:dgm="d" r:dm="rIdD"/></wp:inline>'
            "</w:drawing></w:r>"
            + '<w:r><w:drawing><wp:inline><c:chart xmlns:c="c" r:id="rIdX"/></wp:inline>'
            "</w:drawing></w:r>"
        ),
        {"word/diagrams/data1.xml": f'<x xmlns:a="{a}">{data}</x>'},
        relationship("rIdD", "diagramData", "diagrams/data1.xml"),
    )


@FILES.honest(
    [("article", "第一条", "详见第二条和网站。"), ("article", "第二条", "乙，见表1。")],
    "页码 2 处",
)
def word_fields_keep_what_they_show() -> bytes:
    return word(
        p(
            r("第一条　详见")
            + field("REF _Ref1 \\h", "第二条")
            + r("和")
            + '<w:hyperlink r:id="rIdH">'
            + r("网站")
            + "</w:hyperlink>"
            + r("。")
            + field("PAGE", "7")
            + '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
        )
        + p(
            r("第二条　乙，见表")
            + '<w:fldSimple w:instr="SEQ 表"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            + r("。")
        )
    )


@FILES.honest([("article", "第一条", "比例为a/b，√ 合格，饕餮（tao tie）。")])
def word_formulas_symbols_and_ruby() -> bytes:
    math = '<m:oMath xmlns:m="m"><m:r><m:t>a/b</m:t></m:r></m:oMath>'
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt>"
        + r("（tao tie）")
        + "</w:rt><w:rubyBase>"
        + r("饕餮")
        + "</w:rubyBase></w:ruby></w:r>"
    )
    return word(
        p(
            r("第一条　比例为")
            + math
            + r("，")
            + '<w:r><w:sym w:font="Symbol" w:char="221A"/></w:r>'
            + r(" 合格，")
            + ruby
            + r("。")
        )
    )


@FILES.honest([("article", "第一条", "甲。")], "批注 1 条")
def word_headers_and_comments_stay_out() -> bytes:
    return word(
        p(r("第一条　甲。") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        {"word/header1.xml": f'<w:hdr xmlns:w="{W}">{p("页眉")}</w:hdr>'},
        relationship("rIdHd", "header", "header1.xml"),
        comments=f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{p("请修改")}</w:comment>'
        "</w:comments>",
    )


@FILES.honest(
    [("title", "", "自律规约"), ("article", "第一条", "甲。"), ("heading", "", "附件 收费标准")]
)
def word_heading_by_bold_type() -> bytes:
    return word(
        styled("t", "自律规约") + p("第一条　甲。") + p(r("附件 收费标准", BOLD)),
        styles=styles(style("t", "Title")),
    )
