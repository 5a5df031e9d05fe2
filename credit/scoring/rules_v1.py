"""◇ 华龙诚信自律指数, version 1: 100 points in seven dimensions.

An aid for choosing whom to help, praise and visit, not a sanction: it puts nobody on a list. Every
line rests on a sentence of the notice or an article of law, named in ``source``.
"""

from .rules import (
    POINT,
    Allowance,
    Band,
    Bonus,
    Cap,
    Deduction,
    Graded,
    Indicator,
    Latest,
    Part,
    Parts,
    RuleSet,
    Share,
)

_TRADE = frozenset({"trade_association"})
_WITH_MEMBERS = frozenset({"trade_association", "society"})
_ORDER_60 = "民政部令第60号"
_REPAIR = "信用修复管理办法（发改委令第36号）"


def _single(id_: str, title: str, points: int, code: str, advice: str) -> Parts:
    return Parts(parts=(Part(id_, title, points * POINT, any_of=(code,), advice=advice),))


_MATERIALS = (
    Indicator(
        "A1",
        "自律规约",
        10 * POINT,
        Parts(
            needs="convention.accepted",
            veto=("convention.competition_finding",),
            parts=(
                Part(
                    "A1.accepted",
                    "自律规约已审定",
                    5 * POINT,
                    any_of=("convention.accepted",),
                    advice="制定自律规约并报送，经审定后计分。",
                ),
                Part(
                    "A1.consultation",
                    "广泛征求意见",
                    1 * POINT,
                    any_of=("convention.accepted:consultation",),
                    advice="在自律规约中补充征求意见的时间、对象和采纳情况。",
                ),
                Part(
                    "A1.experts",
                    "专家论证",
                    1 * POINT,
                    any_of=("convention.accepted:experts",),
                    advice="在自律规约中补充专家论证的日期、专家和结论。",
                ),
                Part(
                    "A1.assembly",
                    "会员（代表）大会审议通过",
                    2 * POINT,
                    any_of=("convention.accepted:assembly",),
                    advice="在自律规约中补充会员（代表）大会的表决记录。",
                ),
                Part(
                    "A1.reviewed",
                    "三年内制定或复审",
                    1 * POINT,
                    any_of=("convention.accepted", "convention.reviewed"),
                    months=36,
                    advice="自律规约已满三年，请复审后重新报送。",
                ),
            ),
        ),
        source="通知一（一）",
    ),
    Indicator(
        "A2",
        "职业道德准则",
        8 * POINT,
        Parts(
            needs="ethics_code.accepted",
            parts=(
                Part(
                    "A2.accepted",
                    "职业道德准则已审定",
                    5 * POINT,
                    any_of=("ethics_code.accepted",),
                    advice="制定行业职业道德准则并报送，经审定后计分。",
                ),
                Part(
                    "A2.publicity",
                    "向从业人员宣传",
                    2 * POINT,
                    any_of=("ethics_code.accepted:publicity",),
                    advice="在职业道德准则中补充宣传的渠道、日期和范围。",
                ),
                Part(
                    "A2.discipline",
                    "规定违反准则的处理办法",
                    1 * POINT,
                    any_of=("ethics_code.accepted:discipline",),
                    advice="在职业道德准则中写明违反准则如何处理。",
                ),
            ),
        ),
        source="通知一（二）",
        months=36,
    ),
    Indicator(
        "A3",
        "行业标准",
        6 * POINT,
        Parts(
            parts=(
                Part(
                    "A3.took_part",
                    "主编或参编现行标准",
                    2 * POINT,
                    any_of=("standard.in_force:led", "standard.in_force:took_part"),
                    advice="参加制定标准，标准发布后报送。",
                ),
                Part(
                    "A3.led",
                    "主编现行标准",
                    2 * POINT,
                    any_of=("standard.in_force:led",),
                    advice="牵头制定本行业的团体标准，发布后报送。",
                ),
                Part(
                    "A3.drafting",
                    "有在研标准并注明进度",
                    1 * POINT,
                    any_of=("standard.drafting:dated",),
                    advice="报送在研标准，写明所处阶段和计划日期。",
                ),
                Part(
                    "A3.declared",
                    "标准自我声明公开",
                    1 * POINT,
                    any_of=("standard.declared_public",),
                    advice="在标准信息平台公开所执行的标准。",
                ),
            ),
        ),
        source="通知一（三）；标准化法第二十七条",
        months=60,
        only_for=_TRADE,
    ),
    Indicator(
        "A4",
        "诚信承诺书",
        10 * POINT,
        Parts(
            needs="pledge.accepted",
            parts=(
                Part(
                    "A4.published",
                    "已签署并向社会公开",
                    3 * POINT,
                    any_of=("pledge.published",),
                    advice="签署诚信承诺书并报送，审定后向社会公开。",
                ),
                Part(
                    "A4.content",
                    "承诺服务内容",
                    1 * POINT,
                    any_of=("pledge.accepted:content",),
                    advice="在承诺书中写明服务内容。",
                ),
                Part(
                    "A4.manner",
                    "承诺服务方式",
                    1 * POINT,
                    any_of=("pledge.accepted:manner",),
                    advice="在承诺书中写明服务方式。",
                ),
                Part(
                    "A4.audience",
                    "承诺服务对象",
                    1 * POINT,
                    any_of=("pledge.accepted:audience",),
                    advice="在承诺书中写明服务对象。",
                ),
                Part(
                    "A4.fees",
                    "承诺收费标准",
                    1 * POINT,
                    any_of=("pledge.accepted:fees",),
                    advice="在承诺书中写明收费标准；不收费的也请写明。",
                ),
                Part(
                    "A4.fee_table",
                    "收费项目填写完整",
                    1 * POINT,
                    any_of=("pledge.accepted:fee_table",),
                    advice="把每个收费项目的依据、金额、单位和表决会议填写完整。",
                ),
                Part(
                    "A4.refusals",
                    "作出六项“不”承诺",
                    1 * POINT,
                    any_of=("pledge.accepted:refusals",),
                    advice="勾选全部六项承诺：不强制入会，不强行服务，不搞乱评比、乱培训、乱表彰，"
                    "不超出章程规定的业务范围。",
                ),
                Part(
                    "A4.in_term",
                    "在有效期内",
                    1 * POINT,
                    any_of=("pledge.in_term",),
                    advice="承诺书已过有效期，请重新签署并报送。",
                ),
            ),
        ),
        source="通知一（四）",
    ),
    Indicator(
        "A5",
        "典型案例",
        6 * POINT,
        Parts(
            parts=(
                Part(
                    "A5.one",
                    "有审定的典型案例",
                    3 * POINT,
                    any_of=("case.accepted",),
                    advice="报送一个诚信自律典型案例。",
                ),
                Part(
                    "A5.both",
                    "奖励表彰与惩戒均有案例",
                    2 * POINT,
                    all_of=("case.accepted:reward", "case.accepted:sanction"),
                    advice="奖励表彰和惩戒的案例各报送一个。",
                ),
                Part(
                    "A5.selected",
                    "入选典型案例选",
                    1 * POINT,
                    any_of=("case.selected",),
                    advice="案例写得具体、完整，可入选典型案例选。",
                ),
            ),
        ),
        source="通知三",
        months=24,
    ),
)

_ENFORCEMENT = (
    Indicator(
        "B1",
        "建立惩戒台账",
        5 * POINT,
        Parts(
            parts=(
                Part(
                    "B1",
                    "有惩戒记录或年度零报告",
                    5 * POINT,
                    any_of=("discipline.recorded", "discipline.none_declared"),
                    advice="报送本年度惩戒情况；没有惩戒的，提交年度零报告。",
                ),
            )
        ),
        source="通知一（一）",
        months=12,
    ),
    Indicator(
        "B2",
        "惩戒会员程序完整",
        3 * POINT,
        Share(
            "discipline.complete",
            "discipline.incomplete",
            advice="惩戒会员前告知并听取申辩，作出书面决定。",
        ),
        source="通知一（一）",
        months=24,
        optional=True,
    ),
    Indicator(
        "B3",
        "向有关部门通报",
        2 * POINT,
        Parts(
            adverse=("referral.needed",),
            parts=(
                Part(
                    "B3",
                    "应通报的已通报",
                    2 * POINT,
                    any_of=("referral.sent",),
                    advice="对应当向有关部门通报的行为，及时通报。",
                ),
            ),
        ),
        source="通知一（一）",
        months=24,
        optional=True,
    ),
)

_GOVERNANCE = (
    Indicator(
        "C1",
        "年度报告",
        6 * POINT,
        Latest(
            {
                "annual_report.on_time": 6 * POINT,
                "annual_report.late": 2 * POINT,
                "annual_report.missing": 0,
            },
            adverse=("annual_report.late", "annual_report.missing"),
            advice="按时报送下一年度的年度报告。",
        ),
        source="社会团体登记管理条例第二十八条；民办非企业单位登记管理暂行条例第二十三条；"
        "基金会管理条例第三十六条",
        months=12,
        optional=True,
    ),
    Indicator(
        "C2",
        "按期换届",
        3 * POINT,
        Latest(
            {"election.held": 3 * POINT, "election.missed": 0},
            adverse=("election.missed",),
            advice="依照章程按期换届并备案。",
        ),
        source="章程",
        months=60,
        optional=True,
    ),
    Indicator(
        "C3",
        "会员（代表）大会",
        3 * POINT,
        Latest(
            {"assembly.held": 3 * POINT, "assembly.missed": 0},
            adverse=("assembly.missed",),
            advice="依照章程召开会员（代表）大会并留存纪要。",
        ),
        source="章程",
        months=12,
        only_for=_WITH_MEMBERS,
        optional=True,
    ),
    Indicator(
        "C4",
        "党组织建设",
        3 * POINT,
        Latest(
            {"party.established": 3 * POINT, "party.missing": 0, "party.exempt": None},
            adverse=("party.missing",),
            advice="具备条件的，按规定设立党组织。",
        ),
        source=f"{_ORDER_60}第十一条",
        months=12,
        optional=True,
    ),
)

_FEES = (
    Indicator(
        "D1",
        "收费目录清单公开",
        5 * POINT,
        _single("D1", "收费目录清单已公开", 5, "fee_list.public", "公开收费目录清单并报送链接。"),
        source="国办发〔2020〕21号",
        months=12,
    ),
    Indicator(
        "D2",
        "会费档次与表决",
        3 * POINT,
        Parts(
            adverse=("fee_vote.too_many_tiers", "fee_vote.open_ballot"),
            parts=(
                Part(
                    "D2.tiers",
                    "会费不超过四档",
                    2 * POINT,
                    any_of=("fee_vote.few_tiers",),
                    advice="把会费标准减到四档以内。",
                ),
                Part(
                    "D2.ballot",
                    "无记名投票表决",
                    1 * POINT,
                    any_of=("fee_vote.secret_ballot",),
                    advice="由会员（代表）大会以无记名投票方式表决会费标准。",
                ),
            ),
        ),
        source="国办发〔2020〕21号",
        months=60,
        only_for=_WITH_MEMBERS,
        optional=True,
    ),
    Indicator(
        "D3",
        "无强制入会、强行服务和乱评比、乱培训、乱表彰",
        7 * POINT,
        Allowance({"improper.sustained": 3 * POINT}, advice="整改已查实的问题，不再发生。"),
        source="通知一（四）",
        months=24,
    ),
)

_SERVICE = (
    Indicator(
        "E1",
        "社会责任报告",
        4 * POINT,
        _single("E1", "已发布社会责任报告", 4, "csr_report.published", "发布行业社会责任报告。"),
        source="通知一（二）",
        months=12,
    ),
    Indicator(
        "E2",
        "专业调解",
        2 * POINT,
        _single(
            "E2", "开展调解", 2, "mediation.recorded", "开展行业调解，或设立常设调解组织并报送。"
        ),
        source="通知一（三）",
        months=12,
        only_for=_TRADE,
    ),
    Indicator(
        "E3",
        "诚信服务品牌",
        2 * POINT,
        _single("E3", "培育诚信服务品牌", 2, "brand.recorded", "报送诚信服务品牌的案例。"),
        source="通知一（四）",
        months=24,
    ),
    Indicator(
        "E4",
        "公益服务与承接项目",
        2 * POINT,
        _single(
            "E4",
            "项目验收合格",
            2,
            "service.delivered",
            "开展公益服务或承接政府购买服务，并报送验收材料。",
        ),
        source="通知二（一）",
        months=24,
    ),
)

_REPUTATION = (
    Indicator(
        "F1",
        "评估等级",
        5 * POINT,
        Graded("rating.granted", 1 * POINT, advice="参加社会组织等级评估。"),
        source="社会组织评估管理办法（民政部令第39号）",
        months=60,
        optional=True,
    ),
    Indicator(
        "G1",
        "投诉与舆情",
        5 * POINT,
        Allowance(
            {"complaint.sustained": 1 * POINT, "response.late": 1 * POINT},
            advice="妥善处理投诉，按期回应。",
        ),
        source="通知二（二）",
        months=12,
    ),
)

_DEDUCTIONS = (
    Deduction("filing.late", 1 * POINT, "minor", "通知三", per=10, limit=5 * POINT),
    Deduction("penalty.warning", 5 * POINT, "minor", _REPAIR),
    Deduction("penalty.small_fine", 8 * POINT, "general", _REPAIR),
    Deduction("correction.missed", 8 * POINT, "general", f"{_ORDER_60}第十一条"),
    Deduction("pledge.broken", 6 * POINT, "general", "通知一（四）"),
    Deduction("filing.returned_often", 2 * POINT, "general", "通知三"),
    Deduction("false_material", 15 * POINT, "serious", _REPAIR),
    Deduction("penalty.large_fine", 20 * POINT, "serious", f"{_ORDER_60}第十五条"),
    Deduction("penalty.suspension", 20 * POINT, "serious", f"{_ORDER_60}第十五条"),
)

_BONUSES = (
    Bonus("commendation.district", 1 * POINT, 24, "通知二（一）"),
    Bonus("commendation.city", 2 * POINT, 24, "通知二（一）"),
    Bonus("commendation.province", 3 * POINT, 24, "通知二（一）"),
    Bonus("commendation.national", 4 * POINT, 24, "通知二（一）"),
    Bonus("honour.model", 2 * POINT, 24, "通知二（一）"),
)

RULES = RuleSet(
    version="v1",
    title="华龙诚信自律指数（第一版）",
    dimensions={
        "A": "诚信自律材料",
        "B": "规约执行",
        "C": "内部治理",
        "D": "规范收费",
        "E": "服务与责任",
        "F": "评估与荣誉",
        "G": "社会评价",
    },
    indicators=_MATERIALS + _ENFORCEMENT + _GOVERNANCE + _FEES + _SERVICE + _REPUTATION,
    deductions=_DEDUCTIONS,
    bonuses=_BONUSES,
    caps=(
        Cap(
            "standing.serious",
            60 * POINT - 1,
            "列入严重违法失信名单，等次不高于 D",
            f"{_ORDER_60}第十五条",
        ),
        Cap(
            "standing.abnormal",
            70 * POINT - 1,
            "列入活动异常名录，等次不高于 C",
            f"{_ORDER_60}第十一条",
        ),
    ),
    bands=(
        Band("A", "优秀", 85 * POINT),
        Band("B", "良好", 70 * POINT),
        Band("C", "一般", 60 * POINT),
        Band("D", "较差", 0),
    ),
    marks=(
        Band("AAA", "", 95 * POINT),
        Band("AA", "", 90 * POINT),
        Band("A", "", 85 * POINT),
    ),
    severity_months={"minor": 3, "general": 12, "serious": 36},
    severity_titles={"minor": "轻微", "general": "一般", "serious": "严重"},
    bonus_limit=5 * POINT,
    least_applicable=60 * POINT,
    probation_months=12,
)
