"""The doors of credit: every change goes through one of these verbs."""

from .consequences import (
    record_approval,
    record_carry_over,
    record_publication,
    record_return,
    record_submission,
)
from .entries import record_entry, retract_entry
from .figures import periods_in_force, set_period
from .listings import (
    add_evidence,
    ask_removal,
    case_of,
    decide_listing,
    drop_listing,
    overturn_listing,
    propose_listing,
    publish_listing,
    receive_statement,
    remove_listing,
    repair_listing,
    serve_notice,
)
from .papers import keep_paper
from .scores import Rescored, rescore, rescore_association

__all__ = [
    "Rescored",
    "add_evidence",
    "ask_removal",
    "case_of",
    "decide_listing",
    "drop_listing",
    "keep_paper",
    "overturn_listing",
    "periods_in_force",
    "propose_listing",
    "publish_listing",
    "receive_statement",
    "record_approval",
    "record_carry_over",
    "record_entry",
    "record_publication",
    "record_return",
    "record_submission",
    "remove_listing",
    "repair_listing",
    "rescore",
    "rescore_association",
    "retract_entry",
    "serve_notice",
    "set_period",
]
