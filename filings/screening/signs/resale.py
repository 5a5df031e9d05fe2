"""Fixing or limiting resale prices (反垄断法 第十八条; 禁止垄断协议规定 第十四条)."""

from functools import partial

from ..words import PRICE, gap, reach
from .sign import sign

_sign = partial(sign, "resale_price")

_DOWNSTREAM = (
    "(?:经销商|代理商|分销商|下游(?:商户|客户|企业)?|零售商|加盟店|加盟商|特约店|专卖店|"
    "维修网点|转售|二级商|终端门店|承销商|代销点|"
    r"终端店|分销网点)"
)

SIGNS = (
    _sign(
        0.9,
        rf"{_DOWNSTREAM}{reach(24)}(?P<act>(?:不得|不准|严禁|不){gap(4)}(?:低于|高于|低价|"
        rf"打折|降价|自行定价)|最低{gap(6)}价|统一{gap(6)}价|限价|低价窜货|价格(?:由|应|"
        rf"须){gap(10)}统一)",
        "always",
        "限定下游的转售价格",
        unless=r"成本|不得(?:限定|固定|要求|干预|强制)|自主定价",
    ),
    _sign(
        0.9,
        "(?P<act>统一零售价|全国统一价|最低(?:转售|零售|对外销售)价|固定转售|转售价格(?:由|"
        "不|应|须|按)|对外售价不低于|零售指导价执行)",
        "asked",
        "限定转售价格",
        unless=r"出版|烟草|国家|政府|自主定价",
        needs=rf"{_DOWNSTREAM}|代理|供货|厂家|品牌|供应|批发",
    ),
    _sign(
        0.85,
        rf"(?:供货|批发|供应){reach(20)}(?:约定|写明|明确|规定|限定){gap(10)}(?P<act>(?:最低|"
        rf"对外|零售|转售|下游){gap(8)}{PRICE})",
        "asked",
        "在供货合同中限定转售价格",
    ),
    _sign(
        0.8,
        r"(?P<act>控价|甩货|乱价|破价|低价抛售|低价出货|低于标价销售|违反零售价)",
        "always",
        "控制下游的销售价格",
        needs=r"网店|经销|代理|门店|下游|终端|分销|批发|渠道|返利|加盟",
        unless=r"成本|不得(?:要求|强制)",
    ),
)
