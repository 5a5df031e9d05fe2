"""Organisations on the register."""

import datetime as dt
from itertools import count

from associations import credit_code
from associations.models import Association

_PREFIXES = {"society": "51", "private_non_enterprise": "52", "foundation": "53"}
_numbers = count(1)


def code(kind: str = "society") -> str:
    """A valid code whose subject begins with XN, never given out twice."""
    return credit_code.complete(f"{_PREFIXES[kind]}410902", f"XN{next(_numbers):06d}")


def association(
    name: str = "",
    *,
    kind: str = "society",
    is_trade_association: bool = True,
    state: str = "admitted",
    **values: object,
) -> Association:
    """An admitted 行业协会 unless asked otherwise."""
    number = next(_numbers)
    return Association.objects.create(
        name=name or f"濮阳市华龙区第{number}行业协会",
        credit_code=code(kind),
        kind=kind,
        is_trade_association=is_trade_association and kind == "society",
        state=state,
        **{"registered_on": dt.date(2015, 6, 1), "industry": "餐饮", **values},
    )
