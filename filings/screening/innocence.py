"""What takes the edge off a sign: a lawful source, a free choice, the association's own fee."""

import re
from dataclasses import dataclass

from .reading import LAW


@dataclass(frozen=True, slots=True)
class Excuse:
    """A circumstance in the sentence; ``factor`` is what remains of a sign's strength."""

    name: str
    factor: float
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    categories: frozenset[str] = frozenset()  # empty: all

    def applies(self, sentence: str, category: str) -> bool:
        """Whether the circumstance is there and counts for the category."""
        if self.categories and category not in self.categories:
            return False
        if not self.pattern.search(sentence):
            return False
        return not (self.unless and self.unless.search(sentence))


_AUTHORITY = (
    "(?:政府|国家|主管部门|监管部门|管理部门|物价部门|价格部门|发改|发展改革|市场监管|"
    "市场监督管理|财政|税务|卫健|卫生健康|医保|"
    "银保监|金融监管|人民银行|人力资源|住建|住房|交通运输|生态环境|应急|公安|法律|法规|规章|"
    "国务院|强制性|法定|行政机关|有关部门|省|财税)"
)
_DECIDED_BY_MEMBERS = (
    "(?:协会|本会|商会|理事会|秘书处|分会|自律小组|联席会议|公约|会员共同|统一上浮|统一下浮|"
    "一致同意|统一涨|统一上调)"
    "(?:[^，。；]{0,14})(?:制定|确定|核定|议定|商定|公布|发布|下达|分配|安排|批准|同意|规定|"
    "决定|百分之|上浮|价)"
    r"|统一(?:上浮|下浮|上调|涨)|(?:指导价|定价)[^，。；]{0,6}(?:基础上|之外)"
)

EXCUSES: tuple[Excuse, ...] = (
    Excuse(
        "国家规定的价格、限额或者要求",
        0.35,
        re.compile(
            rf"{_AUTHORITY}[^，。；]{{0,14}}(?:规定|公布|核定|批准|发布|制定|确定|定价|指导价|"
            "上限|限价|要求|标准|监管|统一定价|允许|许可|备案|明令)"
            r"|政府(?:定价|指导价)"
        ),
        unless=re.compile(_DECIDED_BY_MEMBERS),
    ),
    Excuse(
        "由会员自愿或者自主决定",
        0.5,
        re.compile(
            "自愿|自主(?:决定|定价|选择|确定|制定|经营)|自行(?:决定|选择|确定|协商)|"
            "仅供(?:会员)?(?:参考|选用)|不构成|根据自身情况|不作强制|可以不|不具有约束力|"
            "不干预|不限制"
        ),
        unless=re.compile(
            "不得自主|不得自行|非自愿|自愿(?:入会|加入|遵守|接受|执行)[^。；]*(?:须|必须|不得|应当)"
        ),
    ),
    Excuse(
        "协会自己的会费或者服务收费",
        0.3,
        re.compile(
            r"会费(?:标准|收缴|档次|票据|由|按|分|缴纳|不)|(?:交纳|缴纳|收取)会费|"
            r"本会(?:开展|提供|举办|组织)?[^，。；]{0,12}(?:服务收费|培训费|收费项目|收费标准)"
        ),
        unless=re.compile(
            r"(?:会员|各)[^，。；]{0,8}(?:统一|不得低于|自律价)|入会|退会|必须参加|未加入"
        ),
        categories=frozenset({"price_fixing", "output_restriction", "information_exchange"}),
    ),
    Excuse(
        "依照法律处理违法行为",
        0.4,
        re.compile(
            rf"(?:依照|依据|按照){LAW}[^，。；]{{0,10}}(?:处理|处罚|查处|执行)|"
            rf"由[^，。；]{{0,12}}(?:机关|机构|部门)依法"
            r"|依法(?:处罚|查处|追究|降价处理|处理|惩处)"
        ),
    ),
    Excuse(
        "保护消费者的要求",
        0.55,
        re.compile(
            "(?:消费者|顾客|车主|业主|老年人|患者|旅客|学员|客户)[^，。；]{0,10}(?:知情|"
            "选择权|同意|确认|告知|签字|权益|协商)|"
            "(?:告知|提示|明示|公示|标明)[^，。；]{0,8}(?:消费者|顾客|业主|老年人|患者|旅客|"
            "学员|客户|车主)"
        ),
        unless=re.compile(rf"{_DECIDED_BY_MEMBERS}|互相|相互|同行|会员之间"),
    ),
)
