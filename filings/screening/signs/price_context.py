"""Words around prices that excuse: what was posted, one's own cost, wages, the buyer's consent."""

from ..words import BOUND, NUMBER

OF_THE_INDUSTRY = r"(?:行业|同业|自律|公约|协会|商会|本会)"
# A bound that protects the buyer: not above what was posted or agreed, not below one's own cost.
POSTED = (
    "(?:高于|超过|超出|低于)(?:[^，。；]{0,8})(?:公示|明示|标示|标明|公布的服务价|约定|合同|"
    "备案价|挂牌|承诺|票面|"
    r"报价单|预算|原价)"
)
OWN_COST = (
    "(?:低于|突破)(?:其|自身|企业|个别|合理|明显|进货|自己的?|实际|生产|经营|采购)*成本(?!测算|"
    "核算|线)"
)
TIME = rf"{BOUND}{NUMBER}(?:个)?(?:月|日|天|小时|课时|学时|年|次|分钟|人|名)"
WITH_BUYER = (
    "(?:与|和|经|由)(?:客户|消费者|业主|车主|用户|委托人|买卖双方|双方|交易对方|顾客|"
    "家属)[^，。；]{0,8}(?:协商|约定|商定|确认|同意)"
)
FRAUD = (
    "(?:虚假|虚构|欺诈|欺骗|误导|名义|为名|为由|诱饵|诱导|贿赂|先涨|先提|后加价|谎称|以次充好|"
    "偷工减料|"
    "强制|捆绑|借口|处方药|拒载|绕道|辱骂|顾客议价|降低(?:服务)?(?:质量|标准)|缩水|借机|哄抬)"
)
WAGE = r"(?:工资|薪酬|劳动报酬|社会保险|社保|最低生活)"
DISPLAY = (
    "(?:统一|共同)(?:制作|样式|格式|规范|标示|公示|明示|悬挂)?(?:价签|标价签|价目牌|"
    "价目表(?:格式|样式))"
)

# Words about prices that are not about setting them.
NOT_PRICING = (
    "(?:公示|投诉|举报|会费|纠纷|争议|调解|法规|法律|消费者|票据|处罚|政策|自主|公开数据|"
    "不披露|信用|依法|质量|评比|评选|财务|"
    rf"审计|免费|不收取|捐赠|经费|业务范围|自愿|审查|合规|诚信|咨询服务|不得组织|{WAGE})"
)
