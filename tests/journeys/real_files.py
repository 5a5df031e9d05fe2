"""The files that a person brings along: Word with articles, a scan with a seal, a photo."""

import io
from pathlib import Path

import docx
import img2pdf
from PIL import Image, ImageDraw

CHAPTERS = {
    "总则": [
        "为规范本行业经营行为，维护公平竞争的市场秩序，依据有关法律法规和本会章程，制定本规约。",
        "本规约体现公平公正、诚实信用和正当竞争的原则，适用于本会全体会员。",
        "会员应当遵守法律法规，接受民政部门和行业主管部门的监督管理。",
    ],
    "诚信经营": [
        "会员应当明码标价，自主定价，不得价格欺诈。",
        "会员应当保证商品和服务质量，严格执行国家强制性标准。",
        "会员应当履行合同，保护消费者的合法权益。",
        "会员不得商业诋毁、虚假宣传，不得侵犯他人知识产权。",
    ],
    "组织与监督": [
        "本会设自律委员会，负责本规约的执行与监督。",
        "任何单位和个人都可以向自律委员会举报违反本规约的行为，自律委员会应当为举报人保密。",
        "自律委员会应当在三十日内完成调查，听取当事会员的陈述和申辩。",
    ],
    "惩戒": [
        "会员违反本规约情节轻微的，给予警告。",
        "会员违反本规约造成不良影响的，给予行业内通报批评。",
        "会员违反本规约情节较重的，予以公开谴责。",
        "会员违反本规约情节严重的，经会员大会决定取消会员资格。",
        "会员涉嫌违法的，本会向有关部门通报。",
    ],
    "附则": [
        "本规约由本会理事会负责解释。",
        "本规约自公布之日起施行。",
    ],
}
_NUMBERS = "一二三四五六七八九十"


def convention(path: Path, association: str) -> Path:
    """自律规约 as Word: five chapters, seventeen articles."""
    document = docx.Document()
    document.add_heading(f"{association}行业自律规约", level=0)
    number = 0
    for place, (chapter, articles) in enumerate(CHAPTERS.items()):
        document.add_heading(f"第{_NUMBERS[place]}章　{chapter}", level=1)
        for article in articles:
            number += 1
            tens = "" if number < 10 else "十"
            unit = "" if number % 10 == 0 else _NUMBERS[number % 10 - 1]
            document.add_paragraph(f"第{tens}{unit}条　{article}")
    document.save(str(path))
    return path


def scan(path: Path, words: str) -> Path:
    """A scanned page as PDF: an image with a red seal, no text layer."""
    path.write_bytes(img2pdf.convert(_page(words)))
    return path


def photo(path: Path, words: str) -> Path:
    """The same as a photo."""
    path.write_bytes(_page(words))
    return path


def _page(words: str) -> bytes:
    page = Image.new("RGB", (1240, 1754), "#fbfaf6")
    pen = ImageDraw.Draw(page)
    for line in range(18):
        pen.line([(160, 320 + line * 60), (1080, 320 + line * 60)], fill="#444444", width=14)
    pen.ellipse([(760, 1300), (1020, 1560)], outline="#c02020", width=10)
    pen.text((840, 1420), words, fill="#c02020")
    stream = io.BytesIO()
    page.save(stream, "JPEG", quality=85)
    return stream.getvalue()
