"""Model wording of a group standard (团体标准), after GB/T 1.1."""

from ..materials import Material
from .clause import ModelClause


def _clause(key: str, topic: str, text: str) -> ModelClause:
    return ModelClause(f"standard/{key}", Material.STANDARD, topic, text, "一-3-1")


CLAUSES: tuple[ModelClause, ...] = (
    _clause(
        "scope",
        "范围",
        "本文件规定了服务的基本要求、人员要求、服务流程、质量评价和改进，适用于在本区提供该项服务的"
        "单位自愿采用。",
    ),
    _clause(
        "references",
        "规范性引用文件",
        "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，"
        "仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适"
        "用于本文件。",
    ),
    _clause(
        "demands",
        "要求",
        "服务提供者应当公示服务项目、收费标准和投诉渠道，服务前与客户确认内容，服务后请客户签"
        "字验收。",
    ),
    _clause(
        "evaluation",
        "评价与改进",
        "服务提供者每年至少开展一次客户满意度调查，对不合格项分析原因，制定并落实改进措施。",
    ),
    _clause(
        "openness",
        "开放采用",
        "任何单位均可参加本文件的起草和征求意见，自愿采用本文件；不得利用本文件排除、限制竞争。",
    ),
)
