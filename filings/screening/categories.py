"""The kinds of clause that may exclude or restrict competition (排除、限制竞争), with their law.

Source: 通知 一（一）第2句; 反垄断法 第十七、十八、二十一条; 禁止垄断协议规定
(市场监管总局令第65号); 国务院反垄断反不正当竞争委员会《关于行业协会的反垄断指南》.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of restrictive clause: what it is called, rests on, and how it is mended."""

    key: str
    label: str
    basis: str
    advice: str


_TABLE = (
    Category(
        "price_fixing",
        "固定或者协调价格",
        "《反垄断法》第十七条第一项、第二十一条；《禁止垄断协议规定》第八条",
        "请删去对会员价格、折扣、收费的统一要求，改为“会员依据经营成本和市场供求自主定价，明码"
        "标价”。",
    ),
    Category(
        "output_restriction",
        "限制产量或者销量",
        "《反垄断法》第十七条第二项、第二十一条；《禁止垄断协议规定》第九条",
        "请删去对会员产量、销量、产能、营业时间的安排，产销由会员自主决定。",
    ),
    Category(
        "market_allocation",
        "划分市场或者客户",
        "《反垄断法》第十七条第三项、第二十一条；《禁止垄断协议规定》第十条",
        "请删去按区域、客户、项目划分业务的内容，可以改为“不得以诋毁、贿赂等不正当手段争夺交易"
        "机会”。",
    ),
    Category(
        "innovation_restriction",
        "限制新技术、新产品",
        "《反垄断法》第十七条第四项、第二十一条；《禁止垄断协议规定》第十一条",
        "请删去对采用新技术、新设备、新渠道的限制，可以改为对质量和安全的要求。",
    ),
    Category(
        "boycott",
        "联合抵制交易",
        "《反垄断法》第十七条第五项、第二十一条；《禁止垄断协议规定》第十二条",
        "请删去不与特定对象交易、只与指定对象交易的要求，与谁交易由会员自主选择。",
    ),
    Category(
        "resale_price",
        "限定转售价格",
        "《反垄断法》第十八条；《禁止垄断协议规定》第十四条",
        "请删去对经销商、代理商转售价格的限定，下游经营者自主定价。",
    ),
    Category(
        "information_exchange",
        "交换竞争性敏感信息",
        "《反垄断法》第十六条、第十七条；《关于行业协会的反垄断指南》",
        "请删去会员之间通报价格、成本、客户等信息的内容；"
        "确需统计的，改为自愿报送、汇总脱敏后公开发布。",
    ),
    Category(
        "entry_barrier",
        "阻碍进入或者退出、强制入会",
        "《反垄断法》第二十一条；国办发〔2020〕21号 一（一）；通知 一（四）第2句",
        "请删去以入会、间距、同业同意作为经营条件的内容，写明“入会自愿、退会自由”。",
    ),
    Category(
        "coercion",
        "罚款、保证金或者强制收费",
        "《关于行业协会的反垄断指南》；国办发〔2020〕21号 一（一）；通知 一（一）第4句",
        "请删去罚款、违约金、保证金和强制收费，惩戒限于警告、行业内通报批评、公开谴责、"
        "取消会员资格、向有关部门通报。",
    ),
)

CATEGORIES: dict[str, Category] = {category.key: category for category in _TABLE}
