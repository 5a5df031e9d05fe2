"""Invented organisations (演示数据) with names patterned on real ones.

Every code's subject part begins with XN, which no issued code does; telephones are
0393-0000000; people are called 张某.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random

from associations import credit_code
from associations.kinds import Category, Kind

from .dice import dice_for
from .trades import Trade, trades_of

PHONE = "0393-0000000"
_PREFIX = {Kind.SOCIETY: "51", Kind.PRIVATE_NON_ENTERPRISE: "52", Kind.FOUNDATION: "53"}
_STREETS = (
    "龙湾街道", "澶水街道", "金堤街道", "绿城街道", "濮上街道", "颛顼街道", "戚城街道", "柳屯街道",
    "马颊街道", "帝丘街道", "清池街道", "棠梨街道", "古顿丘街道", "桑园乡", "卫风乡", "东关街道",
)  # fmt: skip
_PLACES = ("云川", "临澜", "清岚", "东屿", "安陵", "沅江口", "海宁屯", "松阳堡", "北滁", "南漳口")
_FIRST = "喆镕春明仁乐同禾安惠博润晨和宏善启德嘉康颐正慧信泰华晓恒青云"
_SECOND = "堃和晖德爱龄行田宁泽雅泉光信达心航佑禾健年合源义盛旭阳远山锦"
_SURNAMES = "张王李赵刘陈杨孙周吴郑马胡郭何高林罗宋梁"
_GIVEN = ("", "", "", "", "喆", "堃", "镕", "祎", "璟", "")
_STYLES = ("行业协会", "协会", "商会", "行业协会", "联合会", "促进会")
_ROADS = ("中原路", "黄河路", "建设路", "人民路", "长庆路", "任丘路", "开州路", "石化路")
_SUPERVISORS = {
    Category.TRADE_ASSOCIATION: "",
    Category.SOCIETY: "濮阳市华龙区文化广电体育旅游局",
    Category.PRIVATE_NON_ENTERPRISE: "濮阳市华龙区民政局",
    Category.FOUNDATION: "濮阳市华龙区民政局",
}
_PARTY_UNIT = "中共濮阳市华龙区委社会工作部"
# The forty that everybody sees are the same for every seed: each trade and cause once, three more
# to have two of a kind. Beyond them the shares are those of a district's register.
_SHARES = (
    (Category.TRADE_ASSOCIATION, 11),
    (Category.SOCIETY, 3),
    (Category.PRIVATE_NON_ENTERPRISE, 4),
    (Category.FOUNDATION, 2),
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """One invented organisation."""

    index: int
    name: str
    credit_code: str
    category: Category
    trade: Trade
    registered_on: dt.date
    address: str
    legal_representative: str
    business_scope: str
    supervising_unit: str
    party_affairs_unit: str
    member_count: int | None
    term: int

    @property
    def kind(self) -> Kind:
        """Its legal kind."""
        is_trade = self.category == Category.TRADE_ASSOCIATION
        return Kind.SOCIETY if is_trade else Kind(self.category)

    @property
    def calls_itself(self) -> str:
        """商会, 协会, 本中心 …: the word for itself in its own papers."""
        if self.category in (Category.FOUNDATION, Category.PRIVATE_NON_ENTERPRISE):
            return self.trade.operator
        return "商会" if self.name.endswith("商会") else "协会"

    @property
    def has_members(self) -> bool:
        """Whether it is made of members (and so can hold a 会员大会 and discipline them)."""
        return self.kind == Kind.SOCIETY


def invent(count: int, seed: int) -> Iterator[Organisation]:
    """``count`` organisations; the same count and seed give the same ones."""
    names: set[str] = set()
    for index, (trade, plain) in enumerate(islice(_trades(), count)):
        dice = dice_for(seed, "organisation", index)
        name = _name(trade, plain, dice, names)
        names.add(name)
        yield _organisation(index, name, trade, dice)


def invent_person(dice: Random) -> str:
    """A name for an invented person: 张某, now and then with a rare last character."""
    return f"{dice.choice(_SURNAMES)}某{dice.choice(_GIVEN)}"


def _trades() -> Iterator[tuple[Trade, bool]]:
    """The trade of each organisation, and whether it is the first of its trade."""
    firsts = [trade for category, _ in _SHARES for trade in trades_of(category)]
    by_key = {trade.key: trade for trade in firsts}
    # All four categories are there even when only a few organisations are asked for.
    few = ("car_repair", "volunteers", "elderly_care", "student_aid")
    firsts.sort(key=lambda trade: few.index(trade.key) if trade.key in few else len(few))
    yield from ((trade, True) for trade in firsts)
    yield from ((by_key[key], False) for key in ("street_chamber", "social_work", "elderly_care"))
    turns = cycle([category for category, share in _SHARES for _ in range(share)])
    wheels = {category: cycle(trades_of(category)) for category, _ in _SHARES}
    for category in turns:
        yield next(wheels[category]), False


def _name(trade: Trade, plain: bool, dice: Random, taken: set[str]) -> str:
    while True:
        name = _draw_name(trade, plain, dice)
        if name not in taken:
            return name
        plain = False


def _draw_name(trade: Trade, plain: bool, dice: Random) -> str:
    coined = dice.choice(_FIRST) + dice.choice(_SECOND)
    street = "" if plain else dice.choice(_STREETS)
    if trade.key == "street_chamber":
        return f"濮阳市华龙区{dice.choice(_STREETS)}{'' if plain else coined}商会"
    if trade.key == "guest_chamber":
        return f"濮阳市{dice.choice(_PLACES) if plain else coined + '籍'}商会"
    match trade.category:
        case Category.TRADE_ASSOCIATION:
            return f"濮阳市华龙区{street}{trade.name}{dice.choice(_STYLES)}"
        case Category.SOCIETY:
            return f"濮阳市华龙区{street}{trade.name}{dice.choice(('协会', '学会', '联合会'))}"
        case Category.PRIVATE_NON_ENTERPRISE:
            coined = "喆堃" if trade.key == "social_work" and plain else coined
            return f"濮阳市华龙区{coined}{trade.suffix}"
        case _:
            return f"濮阳市{'镕德' if trade.key == 'student_aid' and plain else coined}公益基金会"


def _organisation(index: int, name: str, trade: Trade, dice: Random) -> Organisation:
    category = trade.category
    kind = Kind.SOCIETY if category == Category.TRADE_ASSOCIATION else Kind(category)
    registered = dt.date(dice.randint(2004, 2023), dice.randint(1, 12), dice.randint(1, 28))
    terms = max(1, (2026 - registered.year) // 5)
    house = dice.randint(6, 288)
    return Organisation(
        index=index,
        name=name,
        credit_code=credit_code.complete(f"{_PREFIX[kind]}410902", f"XN{index + 1:06d}"),
        category=category,
        trade=trade,
        registered_on=registered,
        address=f"濮阳市华龙区{dice.choice(_ROADS)}{house}号（演示数据）",
        legal_representative=invent_person(dice),
        business_scope="、".join(trade.help) + "。",
        supervising_unit=_SUPERVISORS[category],
        party_affairs_unit=_PARTY_UNIT if kind == Kind.SOCIETY else "",
        member_count=dice.randint(24, 186) if kind == Kind.SOCIETY else None,
        term=terms,
    )
