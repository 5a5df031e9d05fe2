"""A convention of 300 articles as lines and as a Word file, and a later revision of it."""

import io
from random import Random

import docx
from docx.document import Document

from huanglong_portal.common.numerals import to_chinese

_WORDS = [
    "会员",
    "协会",
    "行业",
    "经营",
    "服务",
    "价格",
    "质量",
    "安全",
    "消费",
    "权益",
    "合同",
    "广告",
    "宣传",
    "竞争",
    "诚信",
    "承诺",
    "监督",
    "管理",
    "制度",
    "理事",
    "标准",
    "检验",
    "培训",
    "投诉",
    "调解",
    "奖励",
    "惩戒",
    "警告",
    "公开",
    "通报",
    "记录",
    "档案",
    "信用",
    "评价",
    "应当",
    "不得",
    "可以",
    "依法",
    "及时",
    "如实",
    "主动",
    "自觉",
    "遵守",
    "履行",
    "建立",
    "完善",
    "维护",
    "保护",
    "接受",
    "配合",
    "报告",
    "公示",
    "收取",
    "缴纳",
    "提供",
    "拒绝",
    "损害",
    "泄露",
    "违反",
    "符合",
]

Chapter = tuple[str, list["Article"]]
Article = tuple[str, list[str]]  # the text and its items


def convention() -> list[Chapter]:
    """30 chapters of ten articles, each with two items."""
    random = Random(1)
    return [
        (_words(random, 3), [(_sentence(random), [_sentence(random)] * 2) for _ in range(10)])
        for _ in range(30)
    ]


def revised(chapters: list[Chapter]) -> list[Chapter]:
    """What a year makes of it: thirty articles changed, five new, five gone, three moved."""
    random = Random(2)
    new = [(title, list(articles)) for title, articles in chapters]
    for _, articles in new:
        at = random.randrange(len(articles))
        text, items = articles[at]
        articles[at] = (text.replace("，", "，另行", 1), items)
    for _ in range(5):
        random.choice(new)[1].pop()
        random.choice(new)[1].insert(0, (_sentence(random), []))
    for _ in range(3):
        random.choice(new)[1].append(random.choice(new)[1].pop(3))
    return new


def lines(chapters: list[Chapter]) -> list[str]:
    """The document as lines of text, with its numbers."""
    found = []
    number = 0
    for at, (title, articles) in enumerate(chapters, start=1):
        found.append(f"第{to_chinese(at)}章　{title}")
        for text, items in articles:
            number += 1
            found.append(f"第{to_chinese(number)}条　{text}")
            found += [f"（{to_chinese(n)}）{item}" for n, item in enumerate(items, start=1)]
    return found


def word_file(chapters: list[Chapter]) -> bytes:
    """The document as Word writes it: bold numbers in runs of their own, a table at the end."""
    word: Document = docx.Document()
    word.add_heading("演示行业协会自律规约", 0)
    for line in lines(chapters):
        number, gap, text = line.partition("　")
        paragraph = word.add_paragraph()
        paragraph.add_run(number).bold = bool(gap)
        paragraph.add_run(gap + text)
    table = word.add_table(5, 4)
    for cell in table._cells:
        cell.text = "三百元"
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _sentence(random: Random) -> str:
    return "，".join(_words(random, random.randint(4, 8)) for _ in range(4)) + "。"


def _words(random: Random, count: int) -> str:
    return "".join(random.choices(_WORDS, k=count))
