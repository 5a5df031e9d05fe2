"""◇ The kinds of credit information (信用信息) the file can hold, each under a lasting code.

民政部令第60号 第六条至第八条 names the five categories. What a fact is worth is not said here but
in the versioned rule set, which refers to these codes.
"""

from dataclasses import dataclass

from django.db.models import TextChoices


class Category(TextChoices):
    """The five categories of 民政部令第60号 第六条."""

    BASIC = "basic", "基础信息"
    ANNUAL_REPORT = "annual_report", "年报信息"
    INSPECTION = "inspection", "行政检查信息"
    PENALTY = "penalty", "行政处罚信息"
    OTHER = "other", "其他信息"


class Tone(TextChoices):
    """Whether a fact speaks for or against the organisation."""

    GOOD = "good", "守信"
    BAD = "bad", "失信"
    NEUTRAL = "neutral", "一般"


class Severity(TextChoices):
    """Classes of 信用修复管理办法（发改委令第36号）; they decide how long a record is shown."""

    NONE = "", "不适用"
    MINOR = "minor", "轻微"
    GENERAL = "general", "一般"
    SERIOUS = "serious", "严重"


class Publicity(TextChoices):
    """Who may see an entry besides the bureau."""

    PUBLIC = "public", "向社会公开"
    PARTIES = "parties", "本组织可见"
    BUREAU = "bureau", "仅登记管理机关可见"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact: its name, category and tone, and how it is recorded.

    ``unit`` names what the quantity counts (empty: nothing is counted). ``by_hand`` is false for
    facts that only the portal itself records.
    """

    code: str
    title: str
    category: Category
    tone: Tone
    source: str
    severity: Severity = Severity.NONE
    publicity: Publicity = Publicity.PARTIES
    unit: str = ""
    by_hand: bool = True


_ORDER_60 = "民政部令第60号"
_GOOD, _BAD, _NEUTRAL = Tone.GOOD, Tone.BAD, Tone.NEUTRAL
_BASIC, _REPORT, _INSPECTION = Category.BASIC, Category.ANNUAL_REPORT, Category.INSPECTION
_PENALTY, _OTHER = Category.PENALTY, Category.OTHER
_MINOR, _GENERAL, _SERIOUS = Severity.MINOR, Severity.GENERAL, Severity.SERIOUS
_PUBLIC = Publicity.PUBLIC

_FILED = (
    Kind("convention.accepted", "自律规约审定", _OTHER, _GOOD, "通知一（一）", by_hand=False),
    Kind("convention.reviewed", "自律规约复审", _OTHER, _GOOD, "通知一（一）"),
    Kind(
        "convention.competition_finding",
        "自律规约含有排除、限制竞争的内容",
        _INSPECTION,
        _BAD,
        "通知一（一）；反垄断法第二十一条",
        _GENERAL,
    ),
    Kind("ethics_code.accepted", "职业道德准则审定", _OTHER, _GOOD, "通知一（二）", by_hand=False),
    Kind("standard.in_force", "现行标准审定", _OTHER, _GOOD, "通知一（三）", by_hand=False),
    Kind("standard.drafting", "在研标准审定", _OTHER, _GOOD, "通知一（三）", by_hand=False),
    Kind("standard.declared_public", "标准自我声明公开", _OTHER, _GOOD, "标准化法第二十七条"),
    Kind("pledge.accepted", "诚信承诺书审定", _OTHER, _GOOD, "通知一（四）", by_hand=False),
    Kind(
        "pledge.published",
        "诚信承诺书向社会公开",
        _OTHER,
        _GOOD,
        "通知一（四）",
        publicity=_PUBLIC,
        by_hand=False,
    ),
    Kind("pledge.in_term", "诚信承诺书在有效期内", _OTHER, _GOOD, "通知一（四）", by_hand=False),
    Kind("case.accepted", "典型案例审定", _OTHER, _GOOD, "通知三", by_hand=False),
    Kind("case.selected", "入选典型案例选", _OTHER, _GOOD, "通知二（三）"),
    Kind("filing.late", "迟报材料", _OTHER, _BAD, "通知三", _MINOR, unit="个工作日", by_hand=False),
    Kind(
        "filing.returned_often",
        "同一材料退回三次以上",
        _OTHER,
        _BAD,
        "通知三",
        _GENERAL,
        unit="次",
        by_hand=False,
    ),
)

_CONDUCT = (
    Kind("discipline.recorded", "对会员作出惩戒", _OTHER, _GOOD, "通知一（一）"),
    Kind("discipline.none_declared", "年度惩戒零报告", _OTHER, _GOOD, "通知一（一）"),
    Kind("discipline.complete", "惩戒程序完整", _OTHER, _GOOD, "通知一（一）"),
    Kind("discipline.incomplete", "惩戒程序不完整", _OTHER, _BAD, "通知一（一）"),
    Kind("referral.needed", "应向有关部门通报", _OTHER, _BAD, "通知一（一）"),
    Kind("referral.sent", "已向有关部门通报", _OTHER, _GOOD, "通知一（一）"),
    Kind("fee_list.public", "收费目录清单公开", _OTHER, _GOOD, "国办发〔2020〕21号"),
    Kind("fee_vote.few_tiers", "会费不超过四档", _OTHER, _GOOD, "国办发〔2020〕21号"),
    Kind("fee_vote.secret_ballot", "会费经无记名投票表决", _OTHER, _GOOD, "国办发〔2020〕21号"),
    Kind("fee_vote.too_many_tiers", "会费超过四档", _INSPECTION, _BAD, "国办发〔2020〕21号"),
    Kind("fee_vote.open_ballot", "会费未经无记名投票表决", _INSPECTION, _BAD, "国办发〔2020〕21号"),
    Kind(
        "improper.sustained",
        "查实强制入会、强行服务或乱评比、乱培训、乱表彰",
        _INSPECTION,
        _BAD,
        "通知一（四）",
        _GENERAL,
    ),
    Kind("pledge.broken", "查实违反诚信承诺", _INSPECTION, _BAD, "通知一（四）", _GENERAL),
    Kind("csr_report.published", "发布社会责任报告", _OTHER, _GOOD, "通知一（二）"),
    Kind("mediation.recorded", "开展行业调解", _OTHER, _GOOD, "通知一（三）"),
    Kind("brand.recorded", "培育诚信服务品牌", _OTHER, _GOOD, "通知一（四）"),
    Kind("service.delivered", "公益服务或承接项目验收合格", _OTHER, _GOOD, "通知二（一）"),
    Kind("complaint.sustained", "投诉举报查证属实", _INSPECTION, _BAD, "通知二（二）", _MINOR),
    Kind("response.late", "逾期未回应投诉或舆情", _INSPECTION, _BAD, "通知二（二）", _MINOR),
)

_SUPERVISION = (
    Kind("basic.change", "登记事项变更", _BASIC, _NEUTRAL, _ORDER_60, publicity=_PUBLIC),
    Kind(
        "annual_report.on_time",
        "按时报送年度报告",
        _REPORT,
        _GOOD,
        _ORDER_60,
        publicity=_PUBLIC,
    ),
    Kind(
        "annual_report.late",
        "迟报年度报告（三十日以内）",
        _REPORT,
        _BAD,
        _ORDER_60,
        _MINOR,
        _PUBLIC,
    ),
    Kind(
        "annual_report.missing",
        "未按规定报送年度报告",
        _REPORT,
        _BAD,
        f"{_ORDER_60}第十一条",
        _GENERAL,
        _PUBLIC,
    ),
    Kind("election.held", "按期换届", _BASIC, _GOOD, "章程"),
    Kind("election.missed", "逾期未换届", _INSPECTION, _BAD, "章程", _MINOR),
    Kind("assembly.held", "按章程召开会员（代表）大会", _OTHER, _GOOD, "章程"),
    Kind("assembly.missed", "未按章程召开会员（代表）大会", _INSPECTION, _BAD, "章程", _MINOR),
    Kind("party.established", "已按规定设立党组织", _BASIC, _GOOD, f"{_ORDER_60}第十一条"),
    Kind("party.exempt", "暂不具备设立党组织的条件", _BASIC, _NEUTRAL, f"{_ORDER_60}第十一条"),
    Kind(
        "party.missing",
        "未按规定设立党组织",
        _INSPECTION,
        _BAD,
        f"{_ORDER_60}第十一条",
        _MINOR,
    ),
    Kind("inspection.clean", "检查未发现问题", _INSPECTION, _GOOD, _ORDER_60, publicity=_PUBLIC),
    Kind(
        "correction.missed",
        "责令整改逾期未完成",
        _INSPECTION,
        _BAD,
        f"{_ORDER_60}第十一条",
        _GENERAL,
        _PUBLIC,
    ),
    Kind("penalty.warning", "警告或通报批评", _PENALTY, _BAD, _ORDER_60, _MINOR),
    Kind("penalty.small_fine", "不满五万元的罚款", _PENALTY, _BAD, _ORDER_60, _GENERAL, _PUBLIC),
    Kind(
        "penalty.large_fine",
        "五万元以上的罚款",
        _PENALTY,
        _BAD,
        f"{_ORDER_60}第十五条",
        _SERIOUS,
        _PUBLIC,
    ),
    Kind(
        "penalty.suspension",
        "限期停止活动",
        _PENALTY,
        _BAD,
        f"{_ORDER_60}第十五条",
        _SERIOUS,
        _PUBLIC,
    ),
    Kind("false_material", "提供虚假材料", _INSPECTION, _BAD, "信用修复管理办法", _SERIOUS),
    Kind(
        "rating.granted",
        "评估等级",
        _OTHER,
        _GOOD,
        "社会组织评估管理办法（民政部令第39号）",
        publicity=_PUBLIC,
        unit="A",
    ),
    Kind("commendation.district", "区级通报表彰", _OTHER, _GOOD, "通知二（一）", publicity=_PUBLIC),
    Kind("commendation.city", "市级通报表彰", _OTHER, _GOOD, "通知二（一）", publicity=_PUBLIC),
    Kind("commendation.province", "省级通报表彰", _OTHER, _GOOD, "通知二（一）", publicity=_PUBLIC),
    Kind(
        "commendation.national", "国家级通报表彰", _OTHER, _GOOD, "通知二（一）", publicity=_PUBLIC
    ),
    Kind("honour.model", "“两建”典型", _OTHER, _GOOD, "通知二（一）", publicity=_PUBLIC),
    Kind("tax.exempt", "非营利组织免税资格", _OTHER, _NEUTRAL, _ORDER_60, publicity=_PUBLIC),
    Kind(
        "donation.deductible",
        "公益性捐赠税前扣除资格",
        _OTHER,
        _NEUTRAL,
        _ORDER_60,
        publicity=_PUBLIC,
    ),
    Kind("fundraising.qualified", "公开募捐资格", _OTHER, _NEUTRAL, _ORDER_60, publicity=_PUBLIC),
)

KINDS: dict[str, Kind] = {kind.code: kind for kind in _FILED + _CONDUCT + _SUPERVISION}
