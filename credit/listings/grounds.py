"""◇ The closed lists of grounds (情形) on which an organisation may be put on a list.

活动异常名录: 社会组织信用信息管理办法（民政部令第60号）第十一条. 严重违法失信名单: 第十五条.
Nothing else is a ground, and none is ever found by arithmetic alone: an officer chooses it, names
the facts and the evidence, and another decides.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices


class ListKind(TextChoices):
    """The two lists."""

    ABNORMAL = "abnormal", "活动异常名录"
    SERIOUS = "serious", "严重违法失信名单"


class Exit(StrEnum):
    """How an organisation leaves the list again (民政部令第60号 第十四条等)."""

    ON_CORRECTION = "on_correction"  # on application, once the duty is met or the fault corrected
    AFTER_TERM = "after_term"  # nothing can be corrected: by the authority, after the term
    AFTER_MINIMUM = "after_minimum"  # on application, after the minimum time without a new ground
    MINIMUM_AND_CORRECTION = "minimum_and_correction"  # both of these
    ON_DEREGISTRATION = "on_deregistration"  # by the authority, once it is deregistered


@dataclass(frozen=True, slots=True)
class Ground:
    """One circumstance. ``needs_letters``: proved by two unanswered letters to the address."""

    id: str
    list_kind: ListKind
    title: str
    article: str
    exit: Exit
    needs_letters: bool = False


_ABNORMAL_ARTICLE = "民政部令第60号第十一条"
_SERIOUS_ARTICLE = "民政部令第60号第十五条"


def _abnormal(id_: str, title: str, exit_: Exit, *, needs_letters: bool = False) -> Ground:
    return Ground(id_, ListKind.ABNORMAL, title, _ABNORMAL_ARTICLE, exit_, needs_letters)


def _serious(id_: str, title: str, exit_: Exit) -> Ground:
    return Ground(id_, ListKind.SERIOUS, title, _SERIOUS_ARTICLE, exit_)


GROUNDS: dict[str, Ground] = {
    ground.id: ground
    for ground in (
        _abnormal("AB1", "未按照规定的时限和要求报送年度工作报告", Exit.ON_CORRECTION),
        _abnormal("AB2", "未按照有关规定设立党组织", Exit.ON_CORRECTION),
        _abnormal(
            "AB3",
            "抽查或者其他监督检查发现问题，发放整改文书要求限期整改，未按期完成整改",
            Exit.ON_CORRECTION,
        ),
        _abnormal(
            "AB4", "具有公开募捐资格的慈善组织，存在公开募捐管理规定所列情形", Exit.ON_CORRECTION
        ),
        _abnormal("AB5", "受到警告或者不满五万元罚款处罚", Exit.AFTER_TERM),
        _abnormal(
            "AB6", "通过登记的住所无法与社会组织取得联系", Exit.ON_CORRECTION, needs_letters=True
        ),
        _abnormal("AB7", "法律、行政法规规定应当列入的其他情形", Exit.ON_CORRECTION),
        _serious("SV1", "被列入活动异常名录满二年", Exit.MINIMUM_AND_CORRECTION),
        _serious("SV2", "弄虚作假办理变更登记，被撤销变更登记", Exit.AFTER_MINIMUM),
        _serious("SV3", "受到限期停止活动行政处罚", Exit.AFTER_MINIMUM),
        _serious("SV4", "受到五万元以上罚款处罚", Exit.AFTER_MINIMUM),
        _serious("SV5", "三年内两次以上受到警告或者不满五万元罚款处罚", Exit.AFTER_MINIMUM),
        _serious("SV6", "被司法机关纳入失信被执行人名单", Exit.AFTER_MINIMUM),
        _serious("SV7", "被吊销登记证书、撤销成立登记或者设立登记", Exit.ON_DEREGISTRATION),
        _serious("SV8", "法律、行政法规规定应当列入的其他情形", Exit.AFTER_MINIMUM),
    )
}


def grounds_of(list_kind: str) -> tuple[Ground, ...]:
    """The grounds of one list, in the order of the regulation."""
    return tuple(ground for ground in GROUNDS.values() if ground.list_kind == list_kind)
