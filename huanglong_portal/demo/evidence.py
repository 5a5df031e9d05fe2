"""Evidence (佐证材料): what is attached to show that the steps of the notice were taken."""

import datetime as dt
import io
from collections.abc import Sequence
from random import Random

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from filings.documents.blocks import Block
from huanglong_portal.common.dates import write_date

from .chronology import Chronology
from .organisations import Organisation, invent_person
from .paper import Paper
from .sheets import Sheet

_SOURCES = ("会员企业", "消费者代表", "区市场监督管理局", "行业管理部门", "律师事务所", "社区代表")
_OPINIONS = (
    ("公示渠道建议增加微信公众号", "采纳"),
    ("投诉答复期限建议明确为工作日", "采纳"),
    ("惩戒前应当听取当事会员陈述申辩", "采纳"),
    ("建议明确档案保存年限", "采纳"),
    ("建议删除与法律规定重复的条款", "部分采纳"),
    ("建议增加从业人员培训学时", "部分采纳"),
    ("建议对会员罚款", "不采纳：协会无罚款权"),
    ("建议统一本行业收费标准", "不采纳：违反反垄断法"),
    ("建议增加调解程序与司法确认的衔接", "采纳"),
    ("建议公开谴责设置期限并可修复", "采纳"),
)


def resolution(organisation: Organisation, chronology: Chronology, paper: Paper) -> Sheet:
    """会议决议: what the assembly adopted, with its figures and the seal."""
    assembly = paper.fields["assembly"]
    name = chronology.assembly_name(organisation)
    return Sheet(
        title=f"{organisation.name}\n{assembly['name']}决议",
        paragraphs=(
            (
                f"{write_date(chronology.assembly_on)}，{organisation.name}在本会会议室召开"
                f"{assembly['name']}。会议应到{assembly['due']}人，实到{assembly['present']}人，"
                "符合章程规定。"
            ),
            (
                f"会议审议了《{paper.title}》（草案）及征求意见、专家论证情况的说明。"
                f"经表决，同意{assembly['for']}票，反对{assembly['against']}票，"
                f"弃权{assembly['abstain']}票。"
            ),
            (
                f"会议决定：通过《{paper.title}》，自{write_date(chronology.effective_on)}起施行，"
                f"由秘书处在{write_date(chronology.promulgated_on)}前颁布并向社会公开。"
            ),
            f"{name}要求全体会员认真学习、严格遵守，自觉接受社会监督。"
            if organisation.has_members
            else "会议要求全体工作人员认真学习、严格遵守，自觉接受社会监督。",
        ),
        signed=(organisation.legal_representative,),
        closing=(organisation.name, write_date(chronology.assembly_on)),
        seal=organisation.name,
    )


def attendance(organisation: Organisation, chronology: Chronology, dice: Random) -> Sheet:
    """签到表: a wide table filled in by hand, scanned lying on its side."""
    rows: list[Sequence[str]] = [("序号", "单位", "姓名", "签名", "序号", "单位", "姓名", "签名")]
    names = [invent_person(dice) for _ in range(24)]
    unit = organisation.trade.name if organisation.has_members else "理事"
    for line in range(12):
        row: list[str] = []
        for place in (line, line + 12):
            whose = f"某{unit}会员单位" if organisation.has_members else f"{unit}单位"
            row += [str(place + 1), whose, names[place], f"~{names[place]}"]
        rows.append(row)
    return Sheet(
        title=f"{chronology.assembly_title(organisation)}签到表",
        table=rows,
        widths=(0.5, 2.0, 1.0, 1.3) * 2,
        closing=(f"会议日期：{write_date(chronology.assembly_on)}",),
        landscape=True,
    )


def experts_opinion(organisation: Organisation, chronology: Chronology, paper: Paper) -> Sheet:
    """专家论证意见: who was asked, what they concluded, their signatures."""
    experts = paper.fields["experts"]
    members = experts["members"]
    return Sheet(
        title=f"《{paper.title}》\n专家论证意见",
        paragraphs=(
            (
                f"受{organisation.name}委托，专家组于{write_date(chronology.experts_on)}"
                f"对《{paper.title}》（送审稿）进行论证。专家组审阅了文本、起草说明和征求意见汇总表，"
                "听取了起草组汇报，经质询和讨论，形成如下意见："
            ),
            (
                "一、文本符合法律法规和国家政策，未发现排除、限制竞争的内容，体现了公平公正、"
                "诚实信用和正当竞争的原则。"
            ),
            "二、起草程序规范，广泛征求了会员、服务对象和有关部门的意见，采纳情况说明清楚。",
            "三、惩戒措施与情节相当，设置了告知、陈述申辩和复核程序，具有可操作性。",
            f"结论：{experts['conclusion']}",
        ),
        table=(
            ("姓名", "职称（职务）", "签名"),
            *((one["name"], one["title"], f"~{one['name']}") for one in members),
        ),
        widths=(1, 2, 1.4),
        closing=(write_date(chronology.experts_on),),
    )


def signed_pledge(organisation: Organisation, paper: Paper) -> Sheet:
    """The pledge as it was signed and sealed."""
    lines: list[str] = []
    table: tuple[tuple[str, ...], ...] = ()
    for block in paper.blocks[1:-3]:
        if block.type == "table":
            table = _told(block)
        else:
            lines.append(f"{block.number}{block.text}")
    return Sheet(
        title=paper.title,
        paragraphs=lines,
        table=table,
        widths=(1, 2, 1.2, 2.2, 1),
        signed=(organisation.legal_representative,),
        closing=(organisation.name, write_date(dt.date.fromisoformat(paper.fields["signed_on"]))),
        seal=organisation.name,
    )


def certificate(organisation: Organisation) -> Sheet:
    """登记证书 of an invented organisation, plainly marked as a demonstration."""
    kind = {"51": "社会团体法人", "52": "民办非企业单位", "53": "基金会法人"}
    return Sheet(
        title=f"{kind[organisation.credit_code[:2]]}登记证书（演示）",
        table=(
            ("项目", "内容"),
            ("统一社会信用代码", organisation.credit_code),
            ("名称", organisation.name),
            ("法定代表人", organisation.legal_representative),
            ("住所", organisation.address),
            ("业务范围", organisation.business_scope),
            ("成立登记日期", write_date(organisation.registered_on)),
        ),
        widths=(1, 2.6),
        closing=("演示数据，不具有任何效力",),
    )


def award_notice(organisation: Organisation, paper: Paper, on: dt.date) -> Sheet:
    """The notice on the wall that a case speaks of."""
    return Sheet(
        title="公　示",
        paragraphs=(
            f"{organisation.name}现就“{paper.title}”有关情况予以公示。",
            paper.fields["facts"],
            "公示期五个工作日。如有异议，请向秘书处书面反映，并提供联系方式。",
        ),
        closing=(organisation.name, write_date(on)),
        seal=organisation.name,
    )


def opinions_table(organisation: Organisation, paper: Paper, dice: Random) -> bytes:
    """征求意见汇总表 as a workbook, with a merged heading."""
    book = Workbook()
    sheet = book.active
    sheet.title = "征求意见汇总"
    line = Side(style="thin")
    sheet.append([f"《{paper.title}》征求意见汇总表"])
    sheet.merge_cells("A1:E1")
    sheet.append(["序号", "提出单位", "意见内容", "采纳情况", "备注"])
    for number in range(1, dice.randint(9, 18)):
        opinion, taken = dice.choice(_OPINIONS)
        sheet.append([number, dice.choice(_SOURCES), opinion, taken, ""])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet["A1"].font = Font(size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for column, width in zip("ABCDE", (6, 18, 44, 24, 12), strict=True):
        sheet.column_dimensions[column].width = width
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _told(block: Block) -> tuple[tuple[str, ...], ...]:
    """A table with the covered cells of the first column filled in again."""
    rows: list[tuple[str, ...]] = []
    for row in block.rows:
        rows.append((row[0] or rows[-1][0], *row[1:]))
    return tuple(rows)
