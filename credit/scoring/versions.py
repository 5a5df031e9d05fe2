"""◇ Every version of the rule set that a stored score may name; none is ever removed."""

from . import rules_v1
from .rules import RuleSet

RULE_SETS: dict[str, RuleSet] = {rules_v1.RULES.version: rules_v1.RULES}
CURRENT: RuleSet = rules_v1.RULES
