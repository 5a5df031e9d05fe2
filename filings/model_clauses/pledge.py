"""Model wording of a pledge (诚信承诺书): the four subjects and what is never done."""

from ..materials import Material
from .clause import ModelClause


def _clause(key: str, topic: str, text: str) -> ModelClause:
    return ModelClause(f"pledge/{key}", Material.PLEDGE, topic, text, "一-4-2")


CLAUSES: tuple[ModelClause, ...] = (
    _clause(
        "content",
        "服务内容",
        "政策宣传和咨询、行业信息、法律援助、技能培训、纠纷调解、品牌推广、反映会员诉求。",
    ),
    _clause(
        "manner",
        "服务方式",
        "窗口接待、电话和网上答复、上门走访；咨询当场答复，不能当场答复的三个工作日内答复。",
    ),
    _clause(
        "audience",
        "服务对象",
        "全体会员单位及其从业人员；公益性服务同时面向社会公众和非会员单位。",
    ),
    _clause(
        "fees",
        "收费标准",
        "会费标准经会员（代表）大会无记名投票表决通过；服务收费由服务对象自愿选择。"
        "收费项目和标准在本会网站和信用中国网站公示，表外不另收费。",
    ),
    _clause(
        "membership",
        "不强制入会",
        "不强制或者变相强制入会，不阻碍会员退会，不把入会作为办理任何事项的条件。",
    ),
    _clause(
        "service",
        "不强行服务",
        "不强行服务，不强制参加会议、培训、展览、考察，不强制订购刊物、赞助捐赠。",
    ),
    _clause(
        "appraisal",
        "不乱评比、乱表彰",
        "未经批准不举办评比达标表彰活动；经批准举办的，不向参加者收取任何费用。",
    ),
    _clause(
        "scope",
        "不超出业务范围",
        "严格按照章程规定的宗旨和业务范围开展活动，不从事营利性经营。",
    ),
    _clause(
        "competition",
        "不组织垄断协议",
        "不组织会员单位达成固定价格、限制产量、划分市场、联合抵制等垄断协议。",
    ),
    _clause(
        "oversight",
        "接受监督",
        "自觉接受登记管理机关、会员和社会的监督；违反承诺的，愿意承担相应责任并公开说明。",
    ),
)
