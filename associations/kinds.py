"""Kinds of organisation and the category that decides materials and office."""

from django.db import models


class Kind(models.TextChoices):
    """Legal kind of a 社会组织, as in the prefix of its code."""

    SOCIETY = "society", "社会团体"
    FOUNDATION = "foundation", "基金会"
    PRIVATE_NON_ENTERPRISE = "private_non_enterprise", "民办非企业单位"


class Category(models.TextChoices):
    """Who files what to whom (通知 三). 行业协会商会 are 社会团体 too: a fact of its own."""

    TRADE_ASSOCIATION = "trade_association", "行业协会商会"
    SOCIETY = "society", "社会团体"
    FOUNDATION = "foundation", "基金会"
    PRIVATE_NON_ENTERPRISE = "private_non_enterprise", "民办非企业单位"


class Standing(models.TextChoices):
    """State on the legal lists, pushed down by the credit app; never computed from a score."""

    NONE = "none", "未列入名录"
    ABNORMAL = "abnormal", "活动异常名录"
    SERIOUS = "serious", "严重违法失信名单"


def category_of(kind: str, is_trade_association: bool) -> Category:
    """The category of an organisation. Only a 社会团体 can be an 行业协会商会."""
    if is_trade_association and kind == Kind.SOCIETY:
        return Category.TRADE_ASSOCIATION
    return Category(kind)
