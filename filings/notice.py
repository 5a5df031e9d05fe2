"""The notice this portal serves (濮阳市华龙区民政局，2021年4月3日), every sentence with its anchor.

An anchor reads part-section-sentence, as the bureau's people say it aloud: 通知 一（一）第二句 is
``一-1-2``. Part 三 has no sections, so its sentences are ``三-1`` and ``三-2``; the lead is
``引-1`` and ``引-2``. Headings carry the anchor of what they head (``一``, ``一-1``). Anchors are
cited by checks, letters and scores and never change.

The text is faithful to the character: half-width brackets and the mixed “1、” and “3.” of the
original stay as they are; only line breaks inside a sentence, made by the page, are joined.
"""

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["issuer", "title", "salutation", "heading", "body", "date"]

TITLE = "濮阳市华龙区民政局关于深入推进行业协会商会诚信自律建设工作的通知"
ISSUER = "濮阳市华龙区民政局"
ISSUED_ON = "2021-04-03"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the notice and the anchor it is cited by."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed.

    ``heading`` is the run-in heading of a section (“（一）健全行业自律规约。”) or, for the kinds
    without sentences (issuer, title, salutation, heading, date), the whole line.
    ``anchor`` is the anchor of that heading, empty where the paragraph goes on with a section.
    """

    kind: ParagraphKind
    anchor: str = ""
    heading: str = ""
    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as running text."""
        return self.heading + "".join(sentence.text for sentence in self.sentences)


NOTICE_PARAGRAPHS: tuple[Paragraph, ...] = (
    Paragraph("issuer", "", "濮阳市华龙区民政局"),
    Paragraph("title", "", "濮阳市华龙区民政局"),
    Paragraph("title", "题", "关于深入推进行业协会商会诚信自律建设工作的通知"),
    Paragraph("salutation", "首", "全区行业协会商会："),
    Paragraph(
        "body",
        "",
        "",
        (
            Sentence(
                "引-1",
                "行业协会商会诚信自律建设，对于加强和改进行业协会商会管理，提高行业协会商会公信力，"
                "推进行业自律体系和社会信用体系建设，促进濮阳市华龙区经济健康发展具有重要意义。",
            ),
            Sentence("引-2", "现就深入推进华龙区行业协会商会诚信自律建设工作通知如下："),
        ),
    ),
    Paragraph("heading", "一", "一、关于深入推进行业协会商会诚信自律建设工作的主要内容"),
    Paragraph(
        "body",
        "一-1",
        "（一）健全行业自律规约。",
        (
            Sentence(
                "一-1-1",
                "行业协会商会要根据行业发展要求，研究制定自律规约，积极规范会员企业生产和经营行为，"
                "引导本行业的经营者依法竞争，自觉维护市场竞争秩序，充分发挥市场监管中的自律作用。",
            ),
            Sentence(
                "一-1-2",
                "制定自律规约要体现公平公正、诚实信用和正当竞争的原则，不得含有排除、限制竞争的内容，"
                "要广泛征求行业企业和有关部门的意见建议，经过专家研究论证，"
                "并召开会员（代表）大会审议通过后颁布实施。",
            ),
            Sentence(
                "一-1-3",
                "对于没有制定自律规约的行业协会商会，要抓紧研究制定符合本行业特点的自律规约；"
                "已经制定或实施自律规约的行业协会商会，要认真总结经验，不断改进完善，"
                "使之更符合实际，针对性更强。",
            ),
            Sentence(
                "一-1-4",
                "行业协会商会要加强自律规约的执行与监督，对违反自律规约的，按照情节轻重，"
                "实行警告、行业内通报批评、公开谴责、取消会员资格、向有关部门通报等惩戒措施。",
            ),
            Sentence(
                "一-1-5",
                "推动行业协会商会建立的行业性约束和惩戒机制与政府、市场、社会形成的约束和惩戒机制"
                "相衔接，形成联动效应。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "一-2",
        "（二）制定行业职业道德准则。",
        (
            Sentence(
                "一-2-1",
                "行业协会商会要按照社会主义核心价值观要求，研究制定行业职业道德准则，"
                "规范从业人员职业行为，全面提高从业人员的思想道德素质、科学文化素质和技术业务素质，"
                "培育从业人员的职业道德和职业精神，营造诚信执业良好氛围。",
            ),
            Sentence(
                "一-2-2",
                "加大行业职业道德准则宣传力度，推动行业从业人员严格遵守行业职业道德准则。",
            ),
            Sentence(
                "一-2-3",
                "对于违背行业职业道德准则的从业人员，探索建立行业惩戒机制。",
            ),
            Sentence(
                "一-2-4",
                "推动会员企业履行社会责任，探索建立与国际标准相一致、符合行业特点的社会责任指标和"
                "评价体系，发布行业社会责任报告，提升行业社会责任绩效。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "一-3",
        "（三）规范行业发展秩序。",
        (
            Sentence(
                "一-3-1",
                "行业协会商会应该大力开展标准化工作，制定发布本行业的产品和服务标准，"
                "不断提高行业产品和服务的质量。",
            ),
            Sentence(
                "一-3-2",
                "行业协会商会要发挥专业调解作用，积极协调会员企业之间、会员企业与其他经济组织之间关系，"
                "维护会员和行业整体利益。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "一-4",
        "(四) 推行诚信承诺。",
        (
            Sentence(
                "一-4-1",
                "行业协会商会成立登记后，应签署诚信承诺书，并向社会公开诚信承诺书内容。",
            ),
            Sentence(
                "一-4-2",
                "要重点围绕服务内容、服务方式、服务对象和收费标准等进行公开承诺，做到不强制入会，"
                "不强行服务，不搞乱评比、乱培训、乱表彰，不超出章程规定的业务范围开展活动。",
            ),
            Sentence(
                "一-4-3",
                "鼓励行业协会商会积极培育诚信服务品牌，增强诚信服务意识，拓展诚信服务内容，"
                "创新诚信服务方式，不断提升诚信服务能力。",
            ),
        ),
    ),
    Paragraph("heading", "二", "二、激励和保障措施"),
    Paragraph(
        "body",
        "二-1",
        "(一) 建立奖惩机制。",
        (
            Sentence(
                "二-1-1",
                "区民政局将会同有关部门依托全国社会组织法人单位信息资源库建设，收集、整合行业协会商会"
                "各类信用信息，建立行业协会商会信用档案。",
            ),
            Sentence(
                "二-1-2",
                "对诚信自律良好的行业协会商会，在年度报告、等级评估、税收优惠、职能转移、购买服务等"
                "事项中，实行优先办理、简化程序和重点支持等激励政策。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "",
        "",
        (
            Sentence(
                "二-1-3",
                "对存在多次失信或者严重失信并造成严重后果的，纳入“黑名单”进行管理，"
                "采取取消税收减免资格、降低评估等级、限制参与承接政府转移职能和购买服务项目等措施，"
                "加大惩戒力度。",
            ),
            Sentence(
                "二-1-4",
                "通过信用奖惩机制，使守信者处处受益、失信者寸步难行。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "",
        "",
        (
            Sentence("二-1-5", "对开展此项工作较好的，将予以通报表彰。"),
            Sentence("二-1-6", "同时，择优推荐参评省市“两建”典型。"),
        ),
    ),
    Paragraph(
        "body",
        "二-2",
        "(二) 给予宣传引导。",
        (
            Sentence(
                "二-2-1",
                "组织行业协会商会深入开展以诚信自律创建为主题的教育活动，"
                "引导行业协会商会将诚信自律建设作为自觉追求和普遍行动。",
            ),
            Sentence(
                "二-2-2",
                "将充分发挥电视、广播、报纸、网络等媒体的宣传引导作用，树立行业协会商会诚信自律典型，"
                "使广大行业协会商会学有榜样、赶有目标。",
            ),
            Sentence(
                "二-2-3",
                "建立行业协会商会失信行为的舆情监测机制，及时回应社会关切。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "二-3",
        "(三) 整理汇编报有关部门。",
        (
            Sentence(
                "二-3-1",
                "我局将组织有关力量根据报送材料情况，编印《濮阳市华龙区行业协会商会健全行业自律规约"
                "汇编》、《濮阳市华龙区行业协会制定行业职业道德准则汇编》、《濮阳市华龙区行业协会制定"
                "行业标准汇编》、《濮阳市华龙区行业协会商会诚信承诺书汇编》、《濮阳市华龙区行业协会商会"
                "诚信自律建设典型案例选》等，并报上级部门和有关部门参考。",
            ),
        ),
    ),
    Paragraph("heading", "三", "三、材料报送"),
    Paragraph(
        "body",
        "",
        "",
        (
            Sentence(
                "三-1",
                "各行业协会商会需将本会开展诚信自律建设的有关材料上报市社会组织管理科，"
                "上报内容包括 1、行业自律规约；2、行业职业道德准则；"
                "3. 行业标准（已经制定的和在研标准）；4、诚信承诺书；"
                "5. 开展诚信自律建设工作的典型案例（对会员的奖励表彰、惩戒等）。",
            ),
        ),
    ),
    Paragraph(
        "body",
        "",
        "",
        (
            Sentence(
                "三-2",
                "其他类别社会组织如社会团体、基金会、民办非企业单位也应将有关资料如自律规约、"
                "职业道德准则、诚信承诺书、开展诚信自律建设工作的典型案例报区社会组织管理股。",
            ),
        ),
    ),
    Paragraph("date", "", "2021年4月3日"),
)

SENTENCES: dict[str, str] = {
    sentence.anchor: sentence.text
    for paragraph in NOTICE_PARAGRAPHS
    for sentence in paragraph.sentences
}


def sentence(anchor: str) -> str:
    """Return the sentence of the notice that ``anchor`` names.

    Raises:
        KeyError: the notice has no such sentence.
    """
    return SENTENCES[anchor]


def citation(anchor: str) -> str:
    """Return how an anchor is written in a letter: ``一-1-2`` → ``通知一（一）第2句``.

    Raises:
        KeyError: the notice has no such sentence.
    """
    sentence(anchor)
    part, *rest = anchor.split("-")
    if len(rest) == 1:
        return f"通知导语第{rest[0]}句" if part == "引" else f"通知{part}第{rest[0]}句"
    section = "一二三四"[int(rest[0]) - 1]
    return f"通知{part}（{section}）第{rest[1]}句"
