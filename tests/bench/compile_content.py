"""Invented but lifelike content for the compile benchmarks: conventions of several pages."""

import random

from compilations.typesetting.dress import dress
from compilations.typesetting.entries import Document, Opening
from filings.documents.blocks import Block
from huanglong_portal.common.numerals import to_chinese

TRADES = (
    "餐饮饭店", "二手车流通", "家政服务", "石油化工设备", "油田技术服务", "汽车维修", "物业管理",
    "建筑装饰", "美容美发", "超市零售", "再生资源", "电子商务", "杂技演艺", "羽绒家具",
    "房地产经纪", "职业培训", "粮油加工", "印刷包装", "安全技术防范", "道路运输",
)  # fmt: skip
SUBJECTS = ("会员单位", "从业人员", "本会理事会", "自律委员会", "新入会单位", "各专业委员会")
DUTIES = (
    "应当遵守法律、法规、规章和国家有关规定，恪守商业道德，自觉接受登记管理机关和社会的监督",
    "应当明码标价，公示收费项目、服务内容和投诉渠道，不得在标价之外加价或者收取未予标明的费用",
    "应当建立进货查验、索证索票和质量追溯制度，保存期限不少于二年，发现不合格的及时召回并报告",
    "应当依法与劳动者订立合同，按时足额支付报酬，落实安全生产责任，定期组织教育培训和应急演练",
    "应当保护消费者的人身、财产安全和个人信息，未经同意不得收集、使用或者向他人提供",
    "应当在收到投诉之日起三个工作日内答复，七个工作日内办结；情况复杂的，可以延长并说明理由",
    "应当自主定价、公平竞争，不得组织、参与或者变相达成垄断协议，不得诋毁同业、虚假宣传",
    "应当如实记录履约情况，每年一月底前向秘书处报送上一年度自律情况报告，由秘书处汇总并公示",
)
CLOSINGS = (
    "具体办法由秘书处另行制定，报理事会审议通过后施行",
    "有关情况在本会网站和会员大会上公布，接受会员查询",
    "涉及专业技术问题的，可以听取专家和有关部门的意见",
    "“情节轻微”的认定，由自律委员会根据事实、后果和改正情况（含主动报告）综合作出",
    "联系电话：0393-0000000，办公时间为工作日上午8:30至12:00",
)
CHAPTERS = ("总则", "诚信经营", "公平竞争", "服务质量", "监督与惩戒", "附则")


def association(number: int) -> str:
    """The name of the n-th invented organisation."""
    trade = TRADES[number % len(TRADES)]
    series = to_chinese(number // len(TRADES) + 1)
    return f"濮阳市华龙区{trade}第{series}行业协会"


def document(number: int, edition: int = 0) -> Document:
    """The convention of the n-th organisation; another ``edition`` differs in its words."""
    chance = random.Random(f"{number}-{edition}")
    name = association(number)
    blocks: list[Block] = []
    article = 0
    for place, chapter in enumerate(CHAPTERS, 1):
        blocks.append(Block("chapter", f"第{to_chinese(place)}章", chapter))
        for _ in range(chance.randint(1, 3)):
            article += 1
            said = [f"{chance.choice(SUBJECTS)}{chance.choice(DUTIES)}"]
            said += [chance.choice(CLOSINGS)] * chance.randint(0, 1)
            blocks.append(Block("article", f"第{to_chinese(article)}条", "；".join(said) + "。"))
            if chance.random() < 0.12:
                blocks += [
                    Block("item", f"（{to_chinese(item)}）", f"{chance.choice(DUTIES)}；")
                    for item in range(1, 4)
                ]
    rows = (("序号", "项目", "要求", "检查频次"),) + tuple(
        (str(row), f"第{row}项", chance.choice(DUTIES)[:40], "每季度") for row in range(1, 5)
    )
    blocks.append(Block("table", text="自律检查项目", rows=rows))
    fields = {
        "adopted_on": "2026-03-18",
        "effective_on": "2026-05-01",
        "consultation": {"from": "2026-01-05", "to": "2026-02-10", "received": number % 60},
        "assembly": {"name": "会员大会", "date": "2026-03-18", "due": 128, "present": 103},
    }
    return dress(
        "convention", association=name, title=f"{name}自律规约", fields=fields, blocks=blocks
    )


def opening(number: int) -> Opening:
    """The opening page of the n-th chapter."""
    return Opening(
        association=association(number),
        facts=(
            ("统一社会信用代码", f"51410902XN{number:08d}"),
            ("登记类别", "社会团体（行业协会商会）"),
            ("成立登记日期", f"{2000 + number % 25}年6月8日"),
            ("住所", f"濮阳市华龙区中原路{number}号"),
            ("法定代表人", "张某"),
            ("会员数", str(40 + number % 200)),
        ),
        address=f"https://hualong.example/organisations/{number}",
    )
