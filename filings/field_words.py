"""The words shown for the coded values in a revision's structured fields, for page and print."""

SANCTIONS: dict[str, str] = {
    "warning": "警告",
    "internal_criticism": "行业内通报批评",
    "public_censure": "公开谴责",
    "expulsion": "取消会员资格",
    "referral": "向有关部门通报",
}
"""The five measures of 通知 一（一）第4句, mildest first."""

STANDARD_KINDS: dict[str, str] = {
    "national": "国家标准",
    "industry": "行业标准",
    "local": "地方标准",
    "group": "团体标准",
    "enterprise": "企业标准",
}

STANDARD_ROLES: dict[str, str] = {"lead": "主编", "participant": "参编", "adopter": "采用"}

STANDARD_SUBJECTS: dict[str, str] = {"product": "产品标准", "service": "服务标准"}

STANDARD_STATUSES: dict[str, str] = {
    "in_force": "现行",
    "upcoming": "即将实施",
    "drafting": "在研",
    "revising": "修订中",
    "replaced": "被代替",
    "abolished": "废止",
}

STANDARD_STAGES: dict[str, str] = {
    "proposal": "立项",
    "drafting": "起草",
    "consultation": "征求意见",
    "review": "送审",
    "approval": "报批",
}

CASE_KINDS: dict[str, str] = {
    "reward": "奖励表彰",
    "sanction": "惩戒",
    "mediation": "调解",
    "responsibility": "社会责任",
    "brand": "服务品牌",
}
