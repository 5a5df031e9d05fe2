"""Model outlines of a case (典型案例), by kind."""

from ..materials import Material
from .clause import ModelClause


def _clause(key: str, topic: str, source: str, text: str) -> ModelClause:
    return ModelClause(f"case/{key}", Material.CASE, topic, text, source)


CLAUSES: tuple[ModelClause, ...] = (
    _clause(
        "reward",
        "奖励表彰",
        "三-1",
        "某会员单位坚持明码标价、先行赔付，三年来投诉办结率保持百分之百。经会员推荐、秘书处核"
        "实并公示"
        "七个工作日，会员大会授予诚信服务示范单位称号，评选不收取任何费用。",
    ),
    _clause(
        "sanction",
        "惩戒",
        "一-1-4",
        "某会员单位以旧充新被客户投诉。自律委员会派两名工作人员调查取证，书面告知拟作出的决定"
        "并听取申辩，"
        "依据自律规约第三十二条给予行业内通报批评，督促其退还差价、赔礼道歉，三个月后复查合格。",
    ),
    _clause(
        "mediation",
        "行业调解",
        "一-3-2",
        "两家会员单位因货款结算发生争议，申请本会调解。调解委员会查阅合同和送货单，分别听取意见，"
        "当日达成分期付款协议，双方继续合作。调解不收取费用。",
    ),
    _clause(
        "responsibility",
        "社会责任",
        "一-2-4",
        "本会组织会员单位连续五年为环卫工人提供免费早餐，累计服务两万余人次，支出情况在本会网"
        "站公示。",
    ),
    _clause(
        "brand",
        "诚信服务品牌",
        "一-4-3",
        "本会培育“放心服务”品牌，统一服务承诺和投诉电话，由会员单位自愿申请加入，"
        "每季度回访客户，不合格的退出。",
    ),
)
