"""Honest files as LibreOffice writes them, and what a person sees in each."""

from tests.filings.documents.catalogue import Catalogue
from tests.filings.documents.word_files import (
    level,
    listed,
    numbering,
    p,
    picture,
    png,
    r,
    table,
    tc,
    tr,
    word,
)
from tests.filings.inspection.office_files import relationship

FILES = Catalogue()

CENTRE = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
ARTICLES = level(0, "chineseCountingThousand", "第%1章") + level(
    1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'
)


@FILES.honest(
    [
        ("chapter", "第一章", "总则"),
        ("article", "第一条", "甲。"),
        ("item", "（1）", "乙；"),
        ("item", "a)", "丙；"),
    ]
)
def libreoffice_outline_with_enclosed_numbers() -> bytes:
    lists = (
        level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>')
        + level(1, "chineseCounting", "第%2条")
        + level(2, "decimal", "（%3）")
        + level(3, "lowerLetter", "%4)")
    )
    return word(
        listed("总则")
        + listed("甲。", level=1)
        + listed("乙；", level=2)
        + listed("丙；", level=3),
        numbering=numbering(lists),
    )


@FILES.honest([("article", "第一条", "甲 - 乙。"), ("paragraph", "", "续页。")])
def libreoffice_hyphens_tabs_and_page_breaks() -> bytes:
    return word(
        p(
            r("第一条")
            + "<w:r><w:tab/></w:r>"
            + r("甲 ")
            + "<w:r><w:noBreakHyphen/></w:r>"
            + r(" 乙。")
        )
        + p('<w:r><w:lastRenderedPageBreak/></w:r><w:r><w:br w:type="page"/></w:r>' + r("续页。"))
    )


@FILES.honest(
    [("paragraph", "", "组合图形："), ("paragraph", "", "左框"), ("paragraph", "", "右框")]
)
def libreoffice_boxes_in_a_group() -> bytes:
    box = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"
    group = "".join(box.format(p(text)) for text in ("左框", "右框"))
    return word(
        p(
            r("组合图形：") + f"<w:r><mc:AlternateContent><mc:Choice Requires='wpg'><w:drawing>"
            f"<wp:anchor>{group}</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )
    )


@FILES.honest([("table", "", ""), ("image", "", "")])
def libreoffice_pictures_in_cells() -> bytes:
    row = tr("照片", tc(p(r("会场") + picture("rIdP"))))
    row = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    return word(
        table(row, tr("空", "格", properties='<w:gridAfter w:val="1"/>')),
        {"word/media/a.png": png()},
        relationship("rIdP", "image", "media/a.png"),
    )


@FILES.honest(
    [
        ("title", "", "餐饮服务规范"),
        ("heading", "4", "服务要求"),
        ("heading", "4.1", "一般要求"),
        ("item", "4.1.1", "应当安全。"),
    ],
)
def libreoffice_standard_with_decimal_numbers() -> bytes:
    lists = level(0, "decimal", "%1", '<w:pStyle w:val="h"/>').replace(
        'w:start w:val="1"', 'w:start w:val="4"'
    )
    return word(
        p("餐饮服务规范", CENTRE) + listed("服务要求") + p("4.1 一般要求") + p("4.1.1 应当安全。"),
        numbering=numbering(lists),
    )
