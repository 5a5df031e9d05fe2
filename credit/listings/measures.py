"""◇ The measures (惩戒措施) that may follow a listing: each on its own article, and who decides it.

Only what the regulation names, in proportion, and for related matters (河南省社会信用条例 第三十一
条、第三十二条). What another department decides, the bureau can only ask of it.
"""

from dataclasses import dataclass

from .grounds import ListKind


@dataclass(frozen=True, slots=True)
class MeasureKind:
    """One measure. ``own_power`` is false where another department decides and the bureau writes
    a letter (建议函) to it."""

    code: str
    title: str
    basis: str
    department: str
    lists: frozenset[ListKind]
    own_power: bool = True


_BOTH = frozenset(ListKind)
_SERIOUS = frozenset({ListKind.SERIOUS})
_SANCTIONS = "民政部令第60号"

MEASURES: dict[str, MeasureKind] = {
    kind.code: kind
    for kind in (
        MeasureKind(
            "inspection",
            "列为重点监督管理对象",
            "河南省社会信用条例第三十二条",
            "登记管理机关",
            _BOTH,
        ),
        MeasureKind("no_funding", "不给予资金资助", _SANCTIONS, "登记管理机关", _SERIOUS),
        MeasureKind("no_purchase", "不向其购买服务", _SANCTIONS, "登记管理机关", _SERIOUS),
        MeasureKind("no_commendation", "不予表彰奖励", _SANCTIONS, "登记管理机关", _SERIOUS),
        MeasureKind(
            "rating",
            "降低或者取消评估等级（建议）",
            _SANCTIONS,
            "社会组织评估委员会",
            _SERIOUS,
            own_power=False,
        ),
        MeasureKind(
            "tax",
            "取消非营利组织免税资格（建议）",
            "财税〔2018〕13号",
            "财政、税务部门",
            _SERIOUS,
            own_power=False,
        ),
        MeasureKind(
            "function_transfer",
            "限制承接政府转移职能（建议）",
            "通知二（一）",
            "有关部门",
            _SERIOUS,
            own_power=False,
        ),
    )
}


def measures_of(list_kind: str) -> tuple[MeasureKind, ...]:
    """The measures that may follow a listing on ``list_kind``."""
    return tuple(kind for kind in MEASURES.values() if list_kind in kind.lists)
