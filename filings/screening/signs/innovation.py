"""Limiting new technology, equipment, products or channels (反垄断法 第十七条第四项)."""

from functools import partial

from ..words import ADOPT, ALL_MEMBERS, BODY, CONSENT, NOVELTY, gap, reach
from .sign import sign

_sign = partial(sign, "innovation_restriction")

# Novelty may be held back for safety, quality, law, or another's right.
_LAWFUL = (
    "(?:未经(?:检|认证|注册|授权|许可|批准文号|鉴定|安全|权利人)|不合格|淘汰|国家|安全|虚假|"
    "盗版|侵权|违法|许可证|资质|授权|备案|"
    "假冒|伪劣|三无|高耗能|污染|强制性|主管部门|有关部门|监管部门|注册证|隐私|个人信息|"
    "未经检|诱导|刷单|欺骗|来源不明|"
    r"禁用|有害|落后|剽窃|抄袭|仿冒)"
)

SIGNS = (
    _sign(
        0.8,
        "(?P<act>(?:不得|不准|不许|禁止|严禁|暂不|暂缓|暂时不|不再|推迟|不|一律不|"
        rf"停止)(?:自行|擅自|单独|率先|先行|再|提前|私自)?(?:{ADOPT})){gap(12)}(?:{NOVELTY})",
        "always",
        "禁止或者推迟采用新技术、新产品、新渠道",
        unless=_LAWFUL,
        needs=rf"{ALL_MEMBERS}|{BODY}|会员|不得|暂",
    ),
    _sign(
        0.75,
        rf"(?P<act>(?:{ADOPT}){gap(6)}(?:{NOVELTY}))",
        "forbidden",
        "限制采用新技术、新产品、新渠道",
        unless=_LAWFUL,
    ),
    _sign(
        0.85,
        rf"(?:{NOVELTY}|升级){reach(18)}(?P<act>(?:须|应当?|经|由|未经|报|待|"
        rf"需){gap(8)}(?:{BODY}|行业统一|评审会|同行){gap(10)}(?:{CONSENT}|{ADOPT}|决定|部署|"
        "统一))",
        "asked",
        "新技术、新产品须经协会同意",
        unless=r"推荐|申报(?:奖|专利|项目)|展示|评奖|自愿|团体标准|宣传",
    ),
    _sign(
        0.85,
        rf"未经{gap(4)}(?:{BODY}){gap(14)}(?P<act>{CONSENT}){gap(14)}(?:不得|不准|禁止|"
        rf"严禁){gap(14)}(?:{ADOPT}|{NOVELTY})",
        "always",
        "未经协会同意不得采用或者推出",
        needs=NOVELTY,
    ),
    _sign(
        0.8,
        rf"未经{gap(6)}(?P<act>认可|批准|同意|评审)的?{gap(4)}(?:{NOVELTY})",
        "forbidden",
        "未经协会认可的新技术不得采用",
        needs=BODY,
    ),
    _sign(
        0.75,
        "(?P<act>(?:不得|不|禁止)(?:先于|早于|抢先)(?:其他|同行|别)|(?:同步|统一)(?:更新|"
        "推出|上线|上市|购置|换代|进行|引进|时间上线)|(?:更新|升级|上线|推出)(?:须|"
        "应)?(?:同步|统一))",
        "always",
        "要求会员同步采用新设备或者同步推出新品",
        needs=rf"{NOVELTY}|设备|产品|上线",
        unless=r"政府|部门|国家|系统数据",
    ),
    _sign(
        0.75,
        rf"(?:{NOVELTY}|设备){gap(8)}(?P<act>(?:的)?(?:更新|引进|投入|推出){gap(6)}(?:暂缓|"
        "推迟|停止|暂停|不得))",
        "always",
        "推迟采用新技术、新设备",
        unless=_LAWFUL,
    ),
    _sign(
        0.75,
        "(?P<act>(?:不得|不准|禁止|严禁|暂不|暂缓|不鼓励|不支持|不提倡|不宜|不)(?:率先|提前|"
        "自行|擅自|单独|再|设置|与|使用|采用|安装|上线|换装|引进|购买|开展|接入|推广|试行|"
        rf"提供){gap(12)})(?:{NOVELTY}|预制菜|换装|节能|售药机|互联网|网上|系统|自动|线上|"
        "软件|新型|无人)",
        "always",
        "限制采用新技术、新设备、新渠道",
        unless=rf"{_LAWFUL}|外挂|消费者|广告法",
        needs=rf"{ALL_MEMBERS}|{BODY}|各|统筹|统一|年内|会员",
    ),
    _sign(
        0.7,
        rf"(?:{NOVELTY}|换装|设备更新|升级|系统|新品|转型){reach(24)}(?P<act>由(?:{BODY}|行业|"
        rf"各家|会员){gap(4)}(?:统筹|统一|决定|安排|协调|商定))",
        "asked",
        "采用新技术的时间由协会统筹",
        unless=rf"{_LAWFUL}|自愿",
    ),
)
