"""What betrays a borrowed text: another association's name, another trade's words."""

import re
from collections import Counter

_ENDING = r"(?:协会|商会|联合会|促进会|研究会|学会|同业公会)"
_REGION = r"(?:[一-鿿]{2,3}(?:省|市|自治州)|[一-鿿]{2,4}(?:区|县|旗|镇|街道))"
_NAMED = re.compile(rf"(?P<region>{_REGION}{{1,3}})(?P<rest>[一-鿿]{{2,16}}?{_ENDING})")
# What may stand before a name and is caught with its first character.
_BEFORE = re.compile(
    r"^(?:由|与|和|及|向|经|在|报|请|对|为|以|是|按|从|把|将|并|或|同|给|即|于|如|含|本|该|原|"
    r"加入|接受|依据|根据|按照|参照|联合|通过|关于|隶属|属于|委托|包括)+"
)
# Bodies that any rules may speak of.
_COMMON = re.compile(
    r"消费者|个体劳动者|私营企业|残疾人|妇女|工商业联合会|文学艺术|科学技术协会|社会科学|慈善|老年|志愿者|红十字|"
    r"信用|会计师|律师|法学|质量|计量|标准化|仲裁|调解|其他|有关|相关|某|各类|各级|上级|同类|行业协会商会|全区|全市|各"
)
_HIGHER = re.compile(r"^(?:中国|全国|中华|国家|[一-鿿]{2,3}省(?!.*[市区县]))")

# A trade and the words by which its texts call themselves.
TRADES: dict[str, tuple[str, ...]] = {
    "餐饮": ("餐饮", "饭店"),
    "酒店": ("酒店", "宾馆", "旅馆"),
    "汽车维修": ("汽车维修", "汽修", "机动车维修"),
    "二手车": ("二手车", "旧机动车"),
    "驾驶培训": ("驾培", "驾驶培训", "驾校"),
    "物业": ("物业服务", "物业管理", "物业"),
    "家政": ("家政", "家庭服务"),
    "装饰": ("建筑装饰", "装饰装修", "家装"),
    "美容美发": ("美容", "美发"),
    "零售": ("超市", "零售"),
    "再生资源": ("再生资源", "废旧物资", "废品"),
    "电子商务": ("电子商务", "电商"),
    "杂技": ("杂技", "演艺", "演出"),
    "家具": ("家具",),
    "羽绒": ("羽绒",),
    "房地产经纪": ("房地产经纪", "房产中介", "房地产中介"),
    "职业培训": ("职业培训", "培训机构"),
    "物流": ("物流", "货运", "道路运输"),
    "快递": ("快递",),
    "药店": ("药店", "药品零售", "零售药店"),
    "医疗": ("医疗机构", "诊所"),
    "银行": ("银行业", "银行"),
    "印刷": ("印刷",),
    "水泥": ("水泥",),
    "燃气": ("燃气", "液化气"),
    "殡葬": ("殡葬", "殡仪"),
    "乳品": ("乳品", "奶业"),
    "蔬菜": ("蔬菜",),
    "石油化工": ("石油化工", "石化"),
    "油田服务": ("油田技术服务", "油田服务"),
    "旅行社": ("旅行社", "导游"),
    "养老": ("养老服务", "养老机构"),
}
_SELF = r"(?:行业|企业|经营者|单位|会员|从业人员|业者|协会|商会)"
_TOLD_FROM = 2


def other_names(text: str, *, own: str) -> list[str]:
    """Names of other associations in a text, in order, each once.

    A name begins with its region (濮阳市华龙区…). The own name, whole or without its region, is
    no other; nor are bodies any rules may mention (消费者协会), nor national or provincial ones.
    """
    found: list[str] = []
    for match in _NAMED.finditer(text):
        name = _BEFORE.sub("", match[0])
        if name in found or not name or name in own or own in name:
            continue
        if _COMMON.search(name) or _HIGHER.match(name):
            continue
        found.append(name)
    return found


def other_trades(text: str, *, industry: str, name: str) -> list[tuple[str, int]]:
    """Trades that the text speaks of as its own (“餐饮企业”) but that are not this association's.

    Returns (trade, times), the most frequent first; a single mention does not count. Nothing is
    told of an association whose own trade is not known.
    """
    about = f"{industry}{name}"
    if not any(word in about for words in TRADES.values() for word in words):
        return []
    counts: Counter[str] = Counter()
    for trade, words in TRADES.items():
        if trade in about or any(word in about for word in words):
            continue
        pattern = re.compile(rf"(?:{'|'.join(words)}){_SELF}")
        if times := len(pattern.findall(text)):
            counts[trade] = times
    return [(trade, times) for trade, times in counts.most_common() if times >= _TOLD_FROM]
